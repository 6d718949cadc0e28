import type { StarterWords } from '../starter-words.ts';

export const PT_BR: StarterWords = {
  describe: (title) => `${title}: notas, exercícios e flashcards para estudar.`,
  home: {
    description: 'O que dá para estudar aqui e por onde começar.',
    text: 'O que dá para estudar aqui, para quem é e por onde começar. As áreas abaixo aparecem sozinhas.',
  },
  things: {
    area: { place: 'exemplos', title: 'Exemplos' },
    note: { place: 'exemplos/primeira-nota', title: 'Uma primeira nota' },
    cards: { place: 'exemplos/primeira-nota', title: 'Primeiros flashcards' },
    exercise: { place: 'primeiro-exercicio', title: 'Um primeiro exercício' },
    project: { place: 'primeiro-projeto', title: 'Um primeiro projeto' },
    roadmap: { place: 'primeiro-caminho', title: 'Um primeiro caminho' },
    interview: { place: 'primeira-entrevista', title: 'Uma primeira entrevista' },
  },
  resource: {
    title: 'O tutorial de Python',
    url: 'https://docs.python.org/pt-br/3/tutorial/index.html',
    lang: 'pt-BR',
    why: 'A quem ajuda, e com o quê, em uma frase.',
  },
  supports: 'o que isso prova',
  readme: {
    start: 'constrói e serve o site',
    dev: 'o site enquanto você escreve',
    new: 'um esboço de nota; também cards, exercise, roadmap…',
    check: 'o que há de errado no conteúdo',
    test: 'roda todos os testes',
    credit: 'Feito com',
  },
};
