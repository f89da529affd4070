/**
 * Opens the log's partitions of a day and of the one after it, drops those that are past keeping. It locks the log before anything else,
 * and so does publish: neither can hold what the other waits for.
 */
export const createRoll = `
  create or replace function bus.roll(today date) returns void
  language plpgsql set search_path = bus, pg_temp as $$
  declare opened date; dropped text;
  begin
    lock table log in access exclusive mode;
    foreach opened in array array[today, today + 1] loop
      execute format('create table if not exists bus.%I partition of bus.log for values from (%L) to (%L)',
                     'log_' || to_char(opened, 'YYYYMMDD'), opened, opened + 1);
    end loop;
    for dropped in
      select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
       where i.inhparent = 'bus.log'::regclass
         and c.relname < 'log_' || to_char(today - (select retention_days from settings), 'YYYYMMDD')
    loop
      execute format('drop table bus.%I', dropped);
    end loop;
  end $$`;
