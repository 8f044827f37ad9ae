-- Undoing an import takes away the accounts that it opened and nobody used.
grant delete on identity.account to lien_thong_app;
