comment on table identity.sign_in_attempt is
  'Tries that slow the next: failed sign-ins by login and by network, registrations by network and in all. Waiting grows, nobody is locked out.';
