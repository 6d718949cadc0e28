import type { StarterWords } from '../starter-words.ts';

export const ES: StarterWords = {
  describe: (title) => `${title}: apuntes, ejercicios y tarjetas para estudiar.`,
  home: {
    description: 'Qué se puede estudiar aquí y por dónde empezar.',
    text: 'Qué se puede estudiar aquí, para quién es y por dónde empezar. Las áreas de abajo se muestran solas.',
  },
  things: {
    area: { place: 'ejemplos', title: 'Ejemplos' },
    note: { place: 'ejemplos/primera-nota', title: 'Una primera nota' },
    cards: { place: 'ejemplos/primera-nota', title: 'Primeras tarjetas' },
    exercise: { place: 'primer-ejercicio', title: 'Un primer ejercicio' },
    project: { place: 'primer-proyecto', title: 'Un primer proyecto' },
    roadmap: { place: 'primer-camino', title: 'Un primer camino' },
    interview: { place: 'primera-entrevista', title: 'Una primera entrevista' },
  },
  resource: {
    title: 'El tutorial de Python',
    url: 'https://docs.python.org/es/3/tutorial/index.html',
    lang: 'es',
    why: 'A quién le sirve, y para qué, en una frase.',
  },
  supports: 'lo que demuestra',
  readme: {
    start: 'construye y sirve el sitio',
    dev: 'el sitio mientras escribes',
    new: 'un esqueleto de nota; también cards, exercise, roadmap…',
    check: 'lo que falla en el contenido',
    test: 'ejecuta todas las pruebas',
    credit: 'Hecho con',
  },
};
