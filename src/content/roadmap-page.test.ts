import { expect, test } from 'vitest';
import { validate } from './data/validate.ts';
import { readYaml } from './data/yaml-text.ts';
import { createRoadmapSchema } from './kinds/roadmap.ts';
import { hoursOfStage, type RoadmapPageOptions, tokensOfStage, writeRoadmapPage } from './roadmap-page.ts';

const YAML = `
id: path
was: [old-path]
title: { en: The path, es: La ruta }
description: One *step* at a time.
stagesAre: days
hours: [8, 10]
projectAim: 1
stages:
  - id: one
    title: { en: "First & <last>", es: Primera }
    hours: 8
    cards: 30
    items:
      - { id: gil, was: [lock], text: "Explain [the] GIL", note: a/gil#why }
      - { id: docs, text: Read on, url: "https://www.example.org/a_(b)?c=d" }
  - id: two
    title: Two
    sections:
      - id: part
        title: A part
        hours: [2, 4]
        items: [{ id: more, text: More, exercise: lru, interview: mock }, { id: build, text: Build, project: shop }]
`;
const roadmap = validate(createRoadmapSchema({ main: 'en', others: ['es'] }), readYaml(YAML)).data;
const options = (language: string): RoadmapPageOptions => ({
  language,
  main: 'en',
  t: (key, values) => `${key} ${Object.values(values ?? {}).join(' ')}`,
  findNote: (id, part) => ({ href: `../${id}.md#${part}`, title: 'The GIL' }),
  findInterview: (id) => ({ href: `/interviews/${id}/`, title: 'A mock' }),
  findExercise: (id) => ({ href: `/exercises/${id}/`, title: 'A cache' }),
  findProject: (id) => ({
    href: `/projects/${id}/`,
    title: 'A shop',
    tokens: { must: [`projects/${id}#sells`], should: [], milestones: [`projects/${id}#first`] },
  }),
});

test('a roadmap is a page with a map, stages, and items that lead somewhere', () => {
  if (roadmap === undefined) throw new Error('the example does not fit the schema');
  const { title, description, body } = writeRoadmapPage(roadmap, options('en'));
  expect([title, description]).toEqual(['The path', 'One *step* at a time.']);
  expect(body.replace(/<nav.*<\/nav>/s, '(map)')).toMatchInlineSnapshot(`
    "One \\*step\\* at a time.

    *study.roadmap.hours 8–10*

    <p class="study-roadmap-projects" data-pagefind-ignore><study-built class="study-studied" data-projects="projects/shop#sells" data-words="study.projects.builtAim {done} 1 1">study.projects.builtAim 0 1 1</study-built></p>

    (map)

    <div class="study-stage" id="stage-one" data-stage="one"></div>

    ## study.roadmap.days 1 First \\& \\<last\\>

    *study.roadmap.hours 8 · study.roadmap.cards 30*

    - [ ] Explain \\[the\\] GIL · [The GIL](../a/gil.md#why) ^gil
    - [ ] Read on · [example.org](<https://www.example.org/a_(b)?c=d>) ^docs

    <div class="study-stage" id="stage-two" data-stage="two"></div>

    ## study.roadmap.days 2 Two

    ### A part

    - [ ] More · [A cache](/exercises/lru/) · [A mock](/interviews/mock/) ^more
    - [ ] Build · [A shop](/projects/shop/) <study-project-state class="study-project-state" data-items="projects/shop#sells projects/shop#first" data-must="1" data-started="study.project.started " data-done="study.project.done "></study-project-state> ^build"
  `);
  expect(writeRoadmapPage(roadmap, options('es')).body).toContain('## study.roadmap.days 1 Primera');
});

test('the map is drawn for wide and narrow pages, each station with its stage and the keys of its items', () => {
  if (roadmap === undefined) throw new Error('the example does not fit the schema');
  const { body } = writeRoadmapPage(roadmap, options('en'));
  const stations = [...body.matchAll(/<a href="(#[^"]+)" class="study-map-station" data-items="([^"]*)"/g)].map(
    (match) => match.slice(1),
  );
  const drawn = [
    [
      '#stage-one',
      'roadmaps/path#gil|roadmaps/path#lock|roadmaps/old-path#gil|roadmaps/old-path#lock roadmaps/path#docs|roadmaps/old-path#docs',
    ],
    ['#stage-two', 'roadmaps/path#more|roadmaps/old-path#more roadmaps/path#build|roadmaps/old-path#build'],
  ];
  expect(stations).toEqual([...drawn, ...drawn]);
  expect(body).toContain('<title>First &amp; &lt;last></title>');
  expect(tokensOfStage(roadmap, roadmap.stages[1] ?? { id: '', title: {} })).toEqual([
    'roadmaps/path#more|roadmaps/old-path#more',
    'roadmaps/path#build|roadmaps/old-path#build',
  ]);
});

test('the hours of a stage are its own, or those of its sections', () => {
  expect(roadmap?.stages.map(hoursOfStage)).toEqual([8, 3]);
});
