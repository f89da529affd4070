import { messagingDatabase } from '@hengtong/testing';
import { type SendingProcessOptions, startSending } from './sending-process.ts';
import { steer } from './steered-bus.ts';
import { type BusAddress, connectTo } from './test-bus.ts';

/** A sending process that a test may kill. It sends 1, 2, 3 … under one key and tells what it has committed. */
export interface SenderArguments extends Pick<SendingProcessOptions, 'service' | 'topic' | 'partitions'> {
  readonly bus: BusAddress;
  readonly url: string;
  readonly key: string;
  /** Publishing never begins: what is committed waits in this process, which is about to be killed. */
  readonly holdsBack: boolean;
}

const { bus: address, url, key, holdsBack, ...options } = JSON.parse(process.argv[2] ?? '') as SenderArguments;
process.on('disconnect', () => process.exit());

const bus = steer(connectTo(address));
if (holdsBack) bus.before = () => new Promise(() => undefined);
const database = await messagingDatabase(url, 'victim');
const sender = startSending({ ...options, name: 'victim', bus, database, leaseSeconds: 3 });
for (let n = 1; ; n++) {
  await sender.send(key, n);
  process.send?.(n);
}
