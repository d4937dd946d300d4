// Writes a TypeScript file in which every golden file is a literal of the type that @slack/types gives it.
// usage: node types.mjs GOLDEN_FOLDER OUT_FILE
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const [folder, out] = process.argv.slice(2);
const typeOf = { modal: 'ModalView', home: 'HomeView' };
const lines = ["import type { HomeView, KnownBlock, ModalView } from '@slack/types';",
  'type Message = { text: string; blocks: KnownBlock[] };'];
const names = readdirSync(folder).filter((name) => name.endsWith('.json')).sort();
if (names.length === 0) throw new Error(`no golden file in ${folder}`);
for (const name of names) {
  const text = readFileSync(`${folder}/${name}`, 'utf8').trim();
  lines.push(`export const ${name.slice(0, -5)}: ${typeOf[JSON.parse(text).type] ?? 'Message'} = ${text};`);
}
// The opinion is worth something only if it can be no.
lines.push('// @ts-expect-error: an unknown style',
  "export const bad_style: KnownBlock = { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'dots', elements: [] }] };",
  '// @ts-expect-error: a button without a text',
  "export const bad_button: KnownBlock = { type: 'actions', elements: [{ type: 'button', action_id: 'b1' }] };",
  '// @ts-expect-error: a modal without a title',
  "export const bad_modal: ModalView = { type: 'modal', blocks: [] };");
writeFileSync(out, lines.join('\n') + '\n');
console.log(`${names.length} golden files`);
