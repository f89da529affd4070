/** The settings that differ from PostgreSQL's own defaults. `fsync` and `synchronous_commit` stay on: an acknowledged case is never lost. */
export function serverSettings(port: number): Record<string, string> {
  return {
    port: String(port),
    // This machine only, and no socket file: the data folder's path may be longer than the 107 bytes that a socket's name can have.
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // Eight services with a pool of ten each, two of some of them in the crash tests, the embedded bus, and the tests' own.
    max_connections: '200',
    // The hot tables of a small machine; the rest is the system's page cache.
    shared_buffers: '128MB',
    // Outbox, inbox and state rows come in bursts: fewer checkpoints, and full pages compressed, so that the disk has less to take.
    max_wal_size: '2GB',
    wal_compression: 'on',
    // Times are stored with their offset; what is printed is then the same on every machine.
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
}
