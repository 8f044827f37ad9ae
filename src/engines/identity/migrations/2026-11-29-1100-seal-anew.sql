-- Only the sealing may change, when the key of the installation is changed.
grant update (sealed_key) on identity.provider_key to lien_thong_app
