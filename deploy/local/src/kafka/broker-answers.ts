import { connect } from 'node:net';

/**
 * Whether the broker at this port of 127.0.0.1 answers and counts itself among the live ones. A broker takes connections a little before
 * that, and topics made then are refused. Asked by one Metadata request, written by hand: only libs/messaging imports a Kafka client.
 */
export function brokerAnswers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let received = Buffer.alloc(0);
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .setTimeout(2_000, () => finish(false))
      .once('error', () => finish(false))
      .once('close', () => finish(false));
    socket.once('connect', () => socket.write(metadataRequest()));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length >= brokerCountAt + 4) finish(received.readInt32BE(brokerCountAt) > 0);
    });
  });
}

/** In a Metadata answer (version 6): size, correlation id and throttle time come first, four bytes each; then the number of brokers. */
const brokerCountAt = 12;

/** Metadata, version 6, about no topic (https://kafka.apache.org/protocol#The_Messages_Metadata). */
function metadataRequest(): Buffer {
  const clientId = Buffer.from('hengtong-local');
  const request = Buffer.alloc(4 + 2 + 2 + 4 + 2 + clientId.length + 4 + 1);
  let at = request.writeInt32BE(request.length - 4, 0);
  at = request.writeInt16BE(3, at); // API key: Metadata
  at = request.writeInt16BE(6, at); // its version
  at = request.writeInt32BE(1, at); // correlation id
  at = request.writeInt16BE(clientId.length, at);
  at += clientId.copy(request, at);
  at = request.writeInt32BE(0, at); // no topics
  request.writeInt8(0, at); // make none
  return request;
}
