-- Only the sealing may change, when the key of the installation is changed.
grant update (sealed) on notification.push_key to lien_thong_app
