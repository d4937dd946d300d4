// The pages that screenshots are taken of. Text and buttons are drawn by somebody else's Block Kit renderer; it
// draws every input as a box of many lines, so inputs are drawn here, plainly, from the same JSON. The frames of a
// chat, a modal and the home tab are ours too. (It also reads markup in the labels of buttons; Slack does not.)
import { createRoot } from 'react-dom/client';
import { Message } from 'slack-blocks-to-jsx';
import 'slack-blocks-to-jsx/dist/style.css';

const logo = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='36' height='36'><rect width='36' "
  + "height='36' rx='6' fill='%231d6b5f'/><text x='18' y='25' font-size='20' font-family='sans-serif' fill='white' "
  + "text-anchor='middle'>V</text></svg>";
const words = (object) => object.text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const said_at = new Date(2026, 10, 24, 16, 5);

const Blocks = ({ blocks }) => <Message blocks={blocks} logo={logo} name="Vera" withoutWrapper theme="light" />;
const Said = ({ message }) => <div className="said">
  <Message blocks={message.blocks} logo={logo} name="Vera" theme="light" time={said_at} /></div>;
const Modal = ({ view }) => <div>
  <header><span>Close</span><b>{words(view.title)}</b><b className="go">{words(view.submit)}</b></header>
  {view.blocks.map((block, i) => block.type === 'input' ? <Field key={i} block={block} /> : <Blocks key={i} blocks={[block]} />)}
</div>;
const Home = ({ view }) => <div><header><span /><b>Vera</b><span /></header><nav><b>Home</b> Messages About</nav>
  <Blocks blocks={view.blocks} /></div>;

const Field = ({ block }) => <div className="field">
  <b>{words(block.label)}</b>{block.optional && <small> (optional)</small>}
  <Input element={block.element} />
  {block.hint && <small>{words(block.hint)}</small>}
</div>;
const Input = ({ element: of }) => {
  const chosen = [of.initial_option, ...of.initial_options ?? []].map((option) => option?.value);
  if (of.type === 'plain_text_input')
    return of.multiline ? <textarea rows={3} defaultValue={of.initial_value} /> : <input defaultValue={of.initial_value} />;
  if (of.type === 'datepicker') return <div className="box">{of.initial_date ?? 'Select a date'} ▾</div>;
  if (of.type === 'static_select')
    return <div className="box">{of.initial_option ? words(of.initial_option.text) : 'Select an option'} ▾</div>;
  return of.options.map((option) => <label key={option.value}>
    <input type={of.type === 'checkboxes' ? 'checkbox' : 'radio'} defaultChecked={chosen.includes(option.value)} />
    {words(option.text)}</label>);
};

const drawn = { modal: (view, i) => <Modal key={i} view={view} />, home: (view, i) => <Home key={i} view={view} /> };
const page = window.parts.map((part, i) => drawn[part.type]?.(part, i) ?? <Said key={i} message={part} />);
createRoot(document.getElementById('page')).render(page);
