/**
 * Forgets members whose lease has run out and divides the partitions among the others: no two differ by more than one, and each keeps
 * as much as can be of what it had. The caller holds the lock of the group's row.
 */
export const createDivide = `
  create or replace function bus.divide(of_group text) returns void
  language plpgsql set search_path = bus, pg_temp as $$
  begin
    delete from members where group_name = of_group and lease_until < clock_timestamp();

    with size as (
      select coalesce(max(t.partitions), 0) as n from members m join topics t on t.topic = any (m.topics) where m.group_name = of_group
    ), ranked as (
      select member, share, row_number() over (order by cardinality(share) desc, member) - 1 as rank, count(*) over () as many
        from members where group_name = of_group
    ), room as (
      select member, share, rank, n / many + case when rank < n % many then 1 else 0 end as room from ranked, size
    ), kept as (
      select member, partition
        from (select member, room, partition, row_number() over (partition by member order by partition) as nr
                from room cross join unnest(share) as partition, size where partition < n) as had
       where nr <= room
    ), free as (
      select partition, row_number() over (order by partition) as nr
        from size cross join generate_series(0, n - 1) as partition where partition not in (select partition from kept)
    ), seats as (
      select member, row_number() over (order by rank) as nr
        from room cross join generate_series(1, room - (select count(*) from kept where kept.member = room.member))
    ), divided as (
      select member, array_agg(partition order by partition) as share
        from (select member, partition from kept union all select member, partition from seats join free using (nr)) as given
       group by member
    )
    update members m set share = coalesce((select d.share from divided d where d.member = m.member), '{}') where m.group_name = of_group;

    update groups set epoch = epoch + 1 where name = of_group;
  end $$`;
