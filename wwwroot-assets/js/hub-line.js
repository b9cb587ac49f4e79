// One stream of a SignalR hub over a WebSocket, in the hub's JSON protocol: handshake, invocation of a stream, items, completion, pings.

const END = '\x1e';
const Kind = { item: 2, completion: 3, streamInvocation: 4, ping: 6, close: 7 };
const PING_EVERY = 10_000;
const SILENCE = 30_000;

/**
 * Opens the line and hands every item on; resolves with 'completed' when the server ends the stream and with 'lost' for everything else.
 * @param {string} address path of the hub
 * @param {string} stream name of the hub's streaming method
 * @param {(item: object) => void} onItem
 * @param {() => void} onHeard whenever anything is heard, pings too
 */
export const listen = (address, stream, onItem, onHeard) => new Promise(resolve => {
  const url = new URL(address, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  const socket = new WebSocket(url);
  let rest = '', greeted = false, heard = Date.now(), timer = 0;

  const say = message => socket.send(JSON.stringify(message) + END);
  const end = how => {
    clearInterval(timer);
    socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
    socket.close();
    resolve(how);
  };
  const hear = message => {
    if (!greeted) {
      if (message.error) return end('lost');
      greeted = true;
      say({ type: Kind.streamInvocation, invocationId: '1', target: stream, arguments: [] });
    } else if (message.type === Kind.item) onItem(message.item);
    else if (message.type === Kind.completion) end(message.error ? 'lost' : 'completed');
    else if (message.type === Kind.close) end('lost');
  };

  // A line that opens into nothing is lost as well.
  timer = setInterval(() => {
    if (Date.now() - heard > SILENCE) return end('lost');
    if (greeted) say({ type: Kind.ping });
  }, PING_EVERY);
  socket.onopen = () => say({ protocol: 'json', version: 1 });
  socket.onmessage = event => {
    heard = Date.now();
    onHeard();
    const parts = (rest + event.data).split(END);
    rest = parts.pop();
    for (const part of parts) if (socket.onmessage) hear(JSON.parse(part));
  };
  socket.onclose = socket.onerror = () => end('lost');
});
