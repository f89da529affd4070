#!/bin/sh
# Starts the broker with credentials: prepares its folder the first time, with the administrator (KAFKA_ADMIN_PASSWORD) in it, since a broker
# that asks everybody who he is can be given none later by anybody. A folder from a time without credentials is taken over: the broker runs
# once as it was, on this container only, is given its administrator, and ends. Where Kafka is says KAFKA_HOME, default /opt/kafka; where it
# keeps its data the last line of server.properties.
set -eu
umask 077
home=${KAFKA_HOME:-/opt/kafka}
work=${KAFKA_WORK:-/tmp}
template=${1:?Say which file holds the settings}
data=$(sed -n 's/^log\.dirs=//p' "$template")
login="org.apache.kafka.common.security.scram.ScramLoginModule required username=\"admin\" password=\"$KAFKA_ADMIN_PASSWORD\";"

# For whoever asks as the administrator: the health check, and an operator in this container.
printf '%s\n' security.protocol=SASL_PLAINTEXT sasl.mechanism=SCRAM-SHA-512 "sasl.jaas.config=$login" >"$work/admin.properties"

{
  cat "$template"
  printf '%s\n' "listener.name.broker.scram-sha-512.sasl.jaas.config=$login" "listener.name.controller.scram-sha-512.sasl.jaas.config=$login"
} >"$work/server.properties"

take_over() {
  echo 'the data are of a time without credentials; giving them an administrator, once'
  open="$work/open.properties"
  grep -Ev '^(sasl\.|authorizer\.|super\.|allow\.|listener\.name\.)' "$template" |
    sed -e 's/SASL_PLAINTEXT/PLAINTEXT/g' -e 's#BROKER://[^,:]*:#BROKER://localhost:#' >"$open"
  "$home/bin/kafka-server-start.sh" "$open" &
  broker=$!
  address=localhost:$(sed -n 's/^listeners=BROKER:\/\/[^:]*:\([0-9]*\).*/\1/p' "$open")
  until "$home/bin/kafka-configs.sh" --bootstrap-server "$address" --alter --entity-type users --entity-name admin \
    --add-config "SCRAM-SHA-512=[password=$KAFKA_ADMIN_PASSWORD]"; do
    kill -0 "$broker"
  done
  kill "$broker"
  wait "$broker" || true
  rm "$open"
}

if [ ! -e "$data/meta.properties" ]; then
  "$home/bin/kafka-storage.sh" format --cluster-id "$CLUSTER_ID" --config "$work/server.properties" \
    --add-scram "SCRAM-SHA-512=[name=admin,password=$KAFKA_ADMIN_PASSWORD]"
elif [ ! -e "$data/has-administrator" ]; then
  take_over
fi
touch "$data/has-administrator"
exec "$home/bin/kafka-server-start.sh" "$work/server.properties"
