// Takes the screenshots at the width of a phone. usage: node looks.mjs GOLDEN_FOLDER BUNDLE OUT_FOLDER
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [golden, bundle, out] = process.argv.slice(2);
const pages = {
  first_talk: ['greeting', 'list_as_history', 'question_as_history', 'red_flag_with_step'],
  list_to_confirm: ['list_to_confirm'],
  question: ['question_with_buttons'],
  status: ['status'],
  prep: ['prep'],
  help: ['help'],
  reminder: ['reminder'],
  home: ['home'],
  form_deal: ['form_deal'],
  form_person: ['form_person'],
  form_settings: ['form_settings'],
  strange_names: ['strange_names'],
};
const css = `body{margin:0;padding:12px;font:15px/1.46 sans-serif;color:#1d1c1d;background:#fff}
  .said{margin-bottom:14px} #page button{max-width:300px;overflow:hidden;text-overflow:ellipsis}
  header{display:flex;justify-content:space-between;padding:4px 0 10px;border-bottom:1px solid #ddd;margin-bottom:10px}
  nav{color:#616061;margin-bottom:10px;word-spacing:14px} .go{color:#007a5a} small{color:#616061}
  .field{margin:14px 0} .field label{display:block;margin:6px 0} .field>small:last-child{display:block}
  textarea,.box,.field>input{box-sizing:border-box;width:100%;border:1px solid #8d8d8d;border-radius:4px;padding:8px;
    margin:4px 0;font:inherit}`;
const page_of = (parts) => `<!doctype html><meta charset="utf-8"><style>${css}</style><style>${
  readFileSync(`${bundle}/looks.css`, 'utf8')}</style><div id="page"></div><script>window.parts=${
  JSON.stringify(parts).replaceAll('<', '\\u003c')}</script><script>${
  readFileSync(`${bundle}/looks.js`, 'utf8').replaceAll('</script', '<\\/script')}</script>`;

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
let bad = 0;
for (const [name, files] of Object.entries(pages)) {
  const parts = files.map((file) => JSON.parse(readFileSync(`${golden}/${file}.json`, 'utf8')));
  const page = await browser.newPage({ viewport: { width: 390, height: 400 }, deviceScaleFactor: 2 });
  page.on('pageerror', (error) => { console.error(`${name}: ${error.message}`); bad++; });
  await page.setContent(page_of(parts));
  await page.waitForFunction(() => document.querySelector('#page').children.length > 0);
  const shown = (await page.innerText('#page')).length;
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (shown < 40) { console.error(`${name}: next to nothing is shown`); bad++; }
  if (wide > 390) { console.error(`${name}: ${wide} pixels wide, a phone has 390`); bad++; }
  await page.screenshot({ path: `${out}/${name}.png`, fullPage: true });
  await page.close();
}
await browser.close();
console.log(`${Object.keys(pages).length} pages in ${out}`);
process.exit(bad ? 1 : 0);
