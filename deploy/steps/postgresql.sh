# PostgreSQL 15 of this machine alone, with data checksums.
say '3. PostgreSQL'
# Without a hyphen: in the name of the unit that would be a slash.
if [ ! -d /etc/postgresql/15/lienthong ]; then
  run pg_createcluster 15 lienthong --port 5432 --locale C.UTF-8 --encoding UTF8 -- --data-checksums --auth-local=peer --auth-host=scram-sha-256
fi
place "$here/postgresql/lien-thong.conf" /etc/postgresql/15/lienthong/conf.d/lien-thong.conf 644
changes=$changed
# Only this machine.
place "$here/postgresql/one.conf" /etc/postgresql/15/lienthong/conf.d/one-machine.conf 644
[ "$changed" = no ] || changes=yes
service postgresql@15-lienthong
[ "$dry" = yes ] || PGPORT=5432 WEB_PASSWORD=$WEB_PASSWORD OWNER_PASSWORD=$OWNER_PASSWORD "$here/postgresql/prepare-database"
