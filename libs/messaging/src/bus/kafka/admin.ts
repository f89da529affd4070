import type { Admin, Kafka } from 'kafkajs';

/** A connection for what is rare: made when it is first asked, and again after a failure. */
export class AdminConnection {
  private readonly kafka: Kafka;
  private connected: Promise<Admin> | undefined;

  constructor(kafka: Kafka) {
    this.kafka = kafka;
  }

  /** @throws what the broker, or the way to it, says. */
  async ask<Answer>(question: (admin: Admin) => Promise<Answer>): Promise<Answer> {
    const connection = (this.connected ??= this.open());
    try {
      return await question(await connection);
    } catch (error) {
      if (this.connected === connection) this.connected = undefined;
      void connection.then((admin) => admin.disconnect()).catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    const admin = await this.connected?.catch(() => undefined);
    this.connected = undefined;
    await admin?.disconnect();
  }

  private async open(): Promise<Admin> {
    const admin = this.kafka.admin();
    await admin.connect();
    return admin;
  }
}
