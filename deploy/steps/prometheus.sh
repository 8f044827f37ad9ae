# Prometheus on the machine of the platform; it listens to itself only.
say '7. Prometheus'
if [ "$role" = one ]; then
  NODE_TARGETS="'127.0.0.1:9100'" CLUSTER_JOBS=
else
  NODE_TARGETS="'127.0.0.1:9100', '$DB1_ADDRESS:9100', '$DB2_ADDRESS:9100'"
  CLUSTER_JOBS="  - job_name: patroni
    scheme: https
    tls_config: { ca_file: /etc/lien-thong/cluster/authority.pem }
    static_configs: [{ targets: ['$DB1_ADDRESS:8008', '$DB2_ADDRESS:8008'] }]
  - job_name: etcd
    static_configs: [{ targets: ['$DB1_ADDRESS:2381', '$DB2_ADDRESS:2381', '$APP_ADDRESS:2381'] }]"
fi
export NODE_TARGETS CLUSTER_JOBS
place "$here/prometheus/rules.yml" /etc/prometheus/rules/lien-thong.yml 644
changes=$changed
place "$here/prometheus/prometheus.yml.in" /etc/prometheus/prometheus.yml 644
[ "$changed" = no ] || changes=yes
place "$here/prometheus/default" /etc/default/prometheus 644
[ "$changed" = no ] || changes=yes
run promtool check config /etc/prometheus/prometheus.yml
service prometheus prometheus-node-exporter
