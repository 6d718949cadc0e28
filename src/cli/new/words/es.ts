import type { Words } from '../words.ts';

export const ES: Words = {
  note: {
    description: 'Qué sabrás hacer después de esta nota, en 160 caracteres como máximo.',
    summary: 'La idea en cinco frases o menos, tal como alguien podría repetirla en una entrevista.',
    how: {
      title: 'Cómo funciona',
      text: 'Cómo funciona de verdad, desde una imagen hasta el código fuente. Nombra la versión y enlaza aquello en lo que se apoya cada afirmación.',
    },
    diagram:
      'Al menos un diagrama que diga algo: un bloque mermaid cuya primera línea sea "%% alt: lo que muestra", o ![lo que muestra](./imagen.svg) con el archivo al lado de este.',
    run: {
      title: 'Ejecútalo',
      text: 'Tres bloques o más, cada uno de los cuales demuestra una afirmación. Lo que imprimen lo escribe',
    },
    wrong: {
      title: 'Lo que se suele entender mal',
      text: 'Ideas equivocadas y afirmaciones que envejecieron, cada una con su corrección.',
      columns: ['Oirás que', 'Lo cierto es que'],
      row: ['«Una afirmación que ya no es verdad»', 'La corrección, y desde qué versión.'],
    },
    production: {
      title: 'En producción',
      text: 'Cuándo usar qué, cómo falla y cómo lo notarías.',
      columns: ['El caso', 'Usa', 'Lo que cuesta'],
      row: ['Cuándo', 'Qué', 'Tiempo, memoria o personas'],
    },
    can: {
      title: '¿Sabes hacerlo?',
      text: 'De cuatro a ocho capacidades que se puedan comprobar. El id después de ^ es permanente, y el mismo en todas las traducciones.',
      item: 'Explicarlo a un colega en un minuto, sin apuntes',
    },
    check: {
      title: 'Compruébalo',
      text: 'De tres a siete preguntas, cada una con un enlace al párrafo que la responde.',
      question: '¿Qué entendería mal alguien que solo leyó esta nota por encima?',
      answer: 'La respuesta, en una o dos frases.',
      see: 'Consulta',
    },
    interview: {
      title: 'En la entrevista',
      text: 'De cinco a ocho preguntas, cada una con lo que contiene una buena respuesta.',
      question: '¿Qué preguntaría sobre esto quien te entrevista?',
      answer: '**Una buena respuesta** contiene esto y aquello.',
      followUp: '**La repregunta que distingue a un sénior:** «¿Qué te preguntan después?» Lo que responde un sénior.',
    },
  },
  area: {
    description: 'Qué contiene esta área y en qué orden leerla.',
    summary: 'Quién necesita esta área y qué sabrá hacer después que antes no sabía.',
    order: { title: 'Qué leer primero', text: 'Con qué nota empezar y qué caminos siguen desde ahí.' },
    done: { title: 'Cómo saber que terminaste', text: 'Qué sabes hacer ya sin ayuda y cómo demostrarlo.' },
  },
  cards: {
    question: 'Una pregunta sobre un solo hecho: ¿por qué, cómo, cuándo o qué pasa?',
    answer: 'La respuesta, en menos de 600 caracteres. Puede llevar Markdown, líneas en blanco y bloques de código.',
    cloze: 'Una frase que oculta {{c1::lo que hay que recordar}} hasta que intentas adivinarlo.',
  },
  exercise: {
    description: 'Qué se practica, en una frase.',
    problem: 'Qué se da, qué se pide y qué no debe ocurrir, en unas pocas frases.',
    task: {
      title: 'Duplica un número',
      text: '`double(number)` devuelve el doble del número: `double(21)` es `42`.',
    },
    hints: ['Dónde mirar, sin decir qué escribir.', 'Qué escribir, sin dar el código.'],
    notes: 'Por qué la solución está escrita así, cuánto cuesta y qué se intenta a menudo que no funciona.',
  },
  project: {
    description: 'Qué se construye, en una frase.',
    story: 'Quién lo necesita y qué no puede hacer sin ello.',
    feature: 'Algo que puede hacer quien lo usa',
    skill: 'Algo que aprende quien lo construye',
    milestone: {
      title: 'Primera versión',
      text: 'Lo más pequeño que funciona de principio a fin, y cómo comprobarlo.',
    },
    must: 'Arranca con un solo comando desde un clon limpio',
    should: 'Una prueba falla cuando se rompe su regla más importante',
  },
  roadmap: {
    description: 'A quién lleva este camino, y adónde, en una frase.',
    stage: { title: 'Primer nivel', text: 'Qué sabrás hacer al terminarlo.' },
    item: 'Leer dónde está cada cosa',
  },
  interview: {
    description: 'Para qué puesto prepara, en una frase.',
    section: 'Calentamiento',
  },
  questions: {
    question: '¿Qué pregunta quien entrevista, palabra por palabra?',
    strong: 'Algo que dice una buena respuesta',
    followUp: '¿Qué se pregunta después, para distinguir a un sénior?',
    redFlag: 'Lo que termina la entrevista si alguien lo dice',
  },
};
