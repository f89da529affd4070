/**
 * Tells when nothing has been heard for `limit` milliseconds. kafkajs can hang without an error (a disconnection waits for answers that
 * never come: tulios/kafkajs#659), and then neither fetches nor crashes.
 */
export class SilenceWatch {
  private readonly timer: NodeJS.Timeout;

  constructor(limit: number, onSilence: () => void) {
    this.timer = setTimeout(onSilence, limit);
  }

  heard(): void {
    this.timer.refresh();
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
