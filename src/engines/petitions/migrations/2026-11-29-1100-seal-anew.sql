-- Of who denounces only the sealing may change, when the key of the installation is changed; never whose it is.
grant update (sealed) on petitions.sealed_sender to lien_thong_app
