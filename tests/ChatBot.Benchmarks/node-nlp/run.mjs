// Trains node-nlp on a file of intents and measures it on another: node run.mjs TRAIN TEST
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { NlpManager } = createRequire(import.meta.url)('node-nlp');
const read = file => readFileSync(file, 'utf8').split('\n').filter(line => line.trim()).map(line => JSON.parse(line));
const [train, test] = process.argv.slice(2).map(read);

const manager = new NlpManager({ languages: ['en'], forceNER: false, autoSave: false, nlu: { log: false, useNoneFeature: true } });
for (const { text, intent } of train) manager.addDocument('en', text, intent);
let start = performance.now();
await manager.train();
const seconds = (performance.now() - start) / 1000;

let right = 0;
start = performance.now();
for (const { text, intent } of test) {
  const result = await manager.process('en', text);
  const best = result.classifications.find(c => c.intent !== 'None')?.intent;
  if (best === intent) right++;
}
const perSecond = test.length / ((performance.now() - start) / 1000);
console.log(`node-nlp: accuracy ${(100 * right / test.length).toFixed(1)} %, trained in ${seconds.toFixed(2)} s, ${perSecond.toFixed(0)} utterances/s`);
