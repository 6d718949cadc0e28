import type { Words } from '../words.ts';

export const PT_BR: Words = {
  note: {
    description: 'O que você saberá fazer depois desta nota, em no máximo 160 caracteres.',
    summary: 'A ideia em cinco frases ou menos, como alguém poderia repeti-la em uma entrevista.',
    how: {
      title: 'Como funciona',
      text: 'Como funciona de verdade, de uma imagem até o código-fonte. Diga a versão e coloque um link para aquilo em que cada afirmação se apoia.',
    },
    diagram:
      'Pelo menos um diagrama que diga algo: um bloco mermaid cuja primeira linha seja "%% alt: o que ele mostra", ou ![o que ela mostra](./imagem.svg) com o arquivo ao lado deste.',
    run: {
      title: 'Execute',
      text: 'Três blocos ou mais, cada um dos quais prova uma afirmação. O que eles imprimem é escrito por',
    },
    wrong: {
      title: 'O que se costuma entender errado',
      text: 'Ideias erradas e afirmações que envelheceram, cada uma com a sua correção.',
      columns: ['Você vai ouvir', 'O que vale'],
      row: ['"Uma afirmação que já não é verdade"', 'A correção, e desde qual versão.'],
    },
    production: {
      title: 'Em produção',
      text: 'Quando usar o quê, como falha e como você perceberia.',
      columns: ['O caso', 'Use', 'Quanto custa'],
      row: ['Quando', 'O quê', 'Tempo, memória ou pessoas'],
    },
    can: {
      title: 'Você sabe fazer?',
      text: 'De quatro a oito habilidades que dá para testar. O id depois de ^ é permanente, e o mesmo em todas as traduções.',
      item: 'Explicar isso a um colega em um minuto, sem anotações',
    },
    check: {
      title: 'Teste o que você sabe',
      text: 'De três a sete perguntas, cada uma com um link para o parágrafo que a responde.',
      question: 'O que alguém que só passou os olhos por esta nota entenderia errado?',
      answer: 'A resposta, em uma ou duas frases.',
      see: 'Veja',
    },
    interview: {
      title: 'Na entrevista',
      text: 'De cinco a oito perguntas, cada uma com o que uma boa resposta contém.',
      question: 'O que perguntariam sobre isso em uma entrevista?',
      answer: '**Uma boa resposta** contém isto e aquilo.',
      followUp: '**A pergunta seguinte, que distingue um sênior:** "O que perguntam depois?" O que um sênior responde.',
    },
  },
  area: {
    description: 'O que esta área contém e em que ordem ler.',
    summary: 'Quem precisa desta área e o que saberá fazer depois que antes não sabia.',
    order: { title: 'O que ler primeiro', text: 'Com qual nota começar e quais caminhos seguem dali.' },
    done: { title: 'Como saber que você terminou', text: 'O que você já sabe fazer sem ajuda e como provar.' },
  },
  cards: {
    question: 'Uma pergunta sobre um só fato: por que, como, quando ou o que acontece?',
    answer: 'A resposta, em menos de 600 caracteres. Pode ter Markdown, linhas em branco e blocos de código.',
    cloze: 'Uma frase que esconde {{c1::o que é para lembrar}} até você tentar adivinhar.',
  },
  exercise: {
    description: 'O que se pratica, em uma frase.',
    problem: 'O que é dado, o que se pede e o que não pode acontecer, em poucas frases.',
    task: {
      title: 'Dobre um número',
      text: '`double(number)` retorna o dobro do número: `double(21)` é `42`.',
    },
    hints: ['Onde olhar, sem dizer o que escrever.', 'O que escrever, sem dar o código.'],
    notes: 'Por que a solução foi escrita assim, quanto custa e o que muitos tentam e não funciona.',
  },
  project: {
    description: 'O que se constrói, em uma frase.',
    story: 'Quem precisa disso e o que não consegue fazer sem isso.',
    feature: 'Algo que quem usa consegue fazer',
    skill: 'Algo que quem constrói aprende',
    milestone: { title: 'Primeira versão', text: 'A menor coisa que funciona de ponta a ponta, e como ver isso.' },
    must: 'Sobe com um único comando a partir de um clone limpo',
    should: 'Um teste falha quando a sua regra mais importante é quebrada',
  },
  roadmap: {
    description: 'Quem este caminho leva, e para onde, em uma frase.',
    stage: { title: 'Primeiro nível', text: 'O que você saberá fazer ao terminar.' },
    item: 'Ler onde está cada coisa',
  },
  interview: {
    description: 'Para qual vaga prepara, em uma frase.',
    section: 'Aquecimento',
  },
  questions: {
    question: 'O que pergunta quem entrevista, palavra por palavra?',
    strong: 'Algo que uma boa resposta diz',
    followUp: 'O que se pergunta depois, para distinguir um sênior?',
    redFlag: 'O que encerra a entrevista quando alguém diz',
  },
};
