// usage: node clients.mjs FAKE_SLACK_SERVER GOLDEN_FOLDER METHOD... The methods are those that Vera calls.
import { readFileSync } from 'node:fs';
import { SocketModeClient } from '@slack/socket-mode';
import { ErrorCode, LogLevel, WebClient } from '@slack/web-api';
import { holds, run, start, until } from './stage.mjs';

const [server, golden, ...methods] = process.argv.slice(2);
const drawn = (name) => JSON.parse(readFileSync(`${golden}/${name}.json`, 'utf8'));
const retryConfig = { retries: 2, minTimeout: 100 };
const called = new Set(); // with success
let fake, web, at; // at: what the fake said of itself

run(async () => {
  fake = start(server, []);
  at = JSON.parse(await until('the fake Slack', () => fake.lines[0]));
  web = client(at.bot_token);
  await identity();
  await chat();
  await home();
  await refusals();
  await faults();
  await socket_mode();
  for (const method of methods) holds(`${method} is content`, called.has(method));
  fake.child.stdin.end();
  holds('the fake Slack ends by itself', (await fake.ended) === 0);
});

const client = (token) => new WebClient(token, { slackApiUrl: at.api_url, retryConfig, logLevel: LogLevel.ERROR });

async function order(line) {
  const before = fake.lines.length;
  fake.child.stdin.write(`${line}\n`);
  return JSON.parse(await until(`an answer to "${line}"`, () => fake.lines[before]));
}

async function call(method, args, by = web) {
  const answer = await by.apiCall(method, args);
  if (answer.ok) called.add(method);
  return answer;
}

async function refused(method, args, by = web) {
  try {
    await by.apiCall(method, args);
    return 'accepted';
  } catch (error) {
    return error.code === ErrorCode.PlatformError ? error.data : error.message;
  }
}

async function identity() {
  const self = await call('auth.test');
  holds('auth.test names workspace, user and bot', /^T/.test(self.team_id) && /^U/.test(self.user_id) && /^B/.test(self.bot_id));
  holds('the client reads the scopes', self.response_metadata.scopes.includes('chat:write'));
  const { user } = await call('users.info', { user: 'LEO' });
  holds('users.info has kind, zone and workspace of a member',
    user.id === 'LEO' && user.team_id === self.team_id && user.tz === 'Europe/Berlin' && user.is_restricted === false);
  holds('a guest is one', (await web.users.info({ user: 'GUEST' })).user.is_restricted === true);
  const { channel } = await call('conversations.open', { users: 'LEO' });
  holds('conversations.open finds the DM', channel.id === at.dm);
}

async function chat() {
  const metadata = { event_type: 'vera_message', event_payload: { id: 'e1-m1' } };
  const question = drawn('question_with_buttons');
  const posted = await call('chat.postMessage', { channel: at.dm, ...question, unfurl_links: false, unfurl_media: false, metadata });
  const same = (blocks) => JSON.stringify(blocks) === JSON.stringify(question.blocks);
  holds('chat.postMessage gives the message back', posted.channel === at.dm && same(posted.message.blocks));
  const read = await call('conversations.history', { channel: at.dm, limit: 20, include_all_metadata: true });
  holds('conversations.history has it, with its metadata',
    read.messages[0].ts === posted.ts && read.messages[0].metadata.event_payload.id === 'e1-m1');
  const edited = await call('chat.update', { channel: at.dm, ts: posted.ts, ...drawn('question_as_history') });
  holds('chat.update keeps the ts', edited.ts === posted.ts);
  await web.chat.postMessage({ channel: at.dm, text: 'A second one' });
  const texts = [];
  for await (const page of web.paginate('conversations.history', { channel: at.dm, limit: 1 }))
    texts.push(...page.messages.map((message) => message.text));
  holds('the client pages through the history, the newest first', texts.length === 2 && texts[0] === 'A second one');
  const passing = await call('chat.postEphemeral', { channel: 'C0GENERAL', user: 'LEO', text: "Let's talk in DM." });
  holds('chat.postEphemeral has a message_ts', typeof passing.message_ts === 'string');
}

async function home() {
  const view = drawn('home');
  const { view: first } = await call('views.publish', { user_id: 'LEO', view });
  holds('views.publish gives a view with id and hash', first.type === 'home' && Boolean(first.id && first.hash));
  await web.views.publish({ user_id: 'LEO', view });
  const again = await refused('views.publish', { user_id: 'LEO', view, hash: first.hash });
  holds('an old hash is refused', again.error === 'hash_conflict' || again);
}

async function refusals() {
  const codes = [
    ['a token that Slack does not know', 'invalid_auth', 'auth.test', {}, client('xoxb-wrong')],
    ['an app token where a bot token belongs', 'not_allowed_token_type', 'auth.test', {}, client(at.app_token)],
    ['a bot token that asks for a link', 'not_allowed_token_type', 'apps.connections.open', {}],
    ['a chat that is not there', 'channel_not_found', 'chat.postMessage', { channel: 'D0NONE', text: 'x' }],
    ['nothing said', 'no_text', 'chat.postMessage', { channel: at.dm }],
    ['a block that Slack does not have', 'invalid_blocks', 'chat.postMessage', { channel: at.dm, text: 'x', blocks: [{ type: 'dots' }] }],
    ['a modal without a title', 'invalid_arguments', 'views.open', { trigger_id: 'x', view: { type: 'modal', blocks: [] } }],
    ['a trigger that is none', 'invalid_trigger_id', 'views.open', { trigger_id: 'x', view: drawn('form_deal') }],
    ['an edit of a message that is not there', 'message_not_found', 'chat.update', { channel: at.dm, ts: '1.000001', text: 'x' }],
    ['the history of a channel', 'missing_scope', 'conversations.history', { channel: 'C0GENERAL' }],
    ['a user who is not there', 'user_not_found', 'users.info', { user: 'NOBODY' }],
    ['a method that Slack does not have', 'unknown_method', 'vera.dance', {}],
  ];
  for (const [what, code, method, args, by] of codes) {
    const answer = await refused(method, args, by);
    holds(`${what}: ${code}`, answer.error === code || answer);
  }
  const { response_metadata } = await refused('chat.postMessage', { channel: at.dm, text: 'x', blocks: [{ type: 'dots' }] });
  holds('what is wrong with the blocks is said', response_metadata.messages.length > 0);
}

async function faults() {
  let told = 0;
  web.on('rate_limited', (seconds) => { told = seconds; });
  await order('fault api_limited');
  const began = Date.now();
  await web.chat.postMessage({ channel: at.dm, text: 'Only once' });
  const waited = Date.now() - began;
  holds('a 429 is read: 3 seconds to wait', told === 3 || told);
  holds('the client waits that long and tries again', (waited >= 3000 && waited < 6000) || waited);
  const { messages } = await web.conversations.history({ channel: at.dm });
  holds('what was limited was not carried out', messages.filter(({ text }) => text === 'Only once').length === 1);
  await order('fault api_html');
  holds('after a 503 with a page of HTML the client tries again', (await web.auth.test()).ok);
  await order('fault api_internal_error');
  const answer = await refused('auth.test', {});
  holds('internal_error arrives as one', answer.error === 'internal_error' || answer);
}

async function socket_mode() {
  const links = new SocketModeClient({ appToken: at.app_token, logLevel: LogLevel.ERROR, clientPingTimeout: 1000,
    clientOptions: { slackApiUrl: at.api_url, retryConfig } });
  const heard = [], log = [], commands = [], clicks = [];
  links.on('message', async ({ ack, event, body }) => { heard.push({ event, body }); await ack(); });
  links.on('slash_commands', async ({ ack, body }) => { commands.push(body); await ack({ text: 'On it.' }); });
  links.on('interactive', async ({ ack, body }) => { clicks.push(body); await ack(); });
  for (const state of ['authenticated', 'connected', 'reconnecting']) links.on(state, () => log.push(state));
  const acked = async () => (await order('waiting')) === 0;

  await links.start();
  holds('socket-mode: a fresh URL, then hello', log.join() === 'authenticated,connected' || log);
  called.add('apps.connections.open');
  await order('say LEO hello');
  await until('the first message', () => heard.length === 1);
  const { event, body } = heard[0];
  holds('an event comes whole', event.text === 'hello' && event.channel === at.dm && Boolean(body.event_id && body.authorizations));
  holds('its ack is heard', await until('the ack', acked));
  await order('command LEO new');
  await until('the command', () => commands.length === 1);
  const view = drawn('form_deal');
  const opened = await call('views.open', { trigger_id: commands[0].trigger_id, view });
  holds('views.open opens the form by the trigger of a command', opened.view.type === 'modal' && opened.view.id.startsWith('V'));
  const twice = await refused('views.open', { trigger_id: commands[0].trigger_id, view });
  holds('and only once', twice.error === 'exchanged_trigger_id' || twice);
  await until('the ack', acked);
  const seen = await order('see LEO');
  holds('the text in the ack is shown', seen.messages.some(({ text }) => text === 'On it.') || seen.messages);

  await order('disconnect warning');
  await until('a link of its own after the warning', () => log.filter((state) => state === 'connected').length === 2);
  holds('after "disconnect" the client opens a new link', log.join() === 'authenticated,connected,reconnecting,authenticated,connected' || log);
  await order('say LEO again');
  await until('the second message', () => heard.length === 2);
  holds('the second message comes over the new link', heard[1].event.text === 'again' && (await until('the ack', acked)));
  await order('reset');
  await until('a link after the reset', () => log.filter((state) => state === 'connected').length === 3);
  await web.chat.postMessage({ channel: at.dm, ...drawn('list_to_confirm') });
  holds('a button is there to press', (await order('click LEO Looks right')).clicked);
  await until('the click', () => clicks.length === 1);
  holds('the click names action, message and user', clicks[0].type === 'block_actions' && clicks[0].user.id === 'LEO' &&
    Boolean(clicks[0].actions[0].action_id && clicks[0].message.ts && clicks[0].trigger_id));
  await until('the ack', acked);
  await links.disconnect();
  holds('the link ends with a goodbye', await until('the end of the link', async () => (await order('links')) === 0));
}
