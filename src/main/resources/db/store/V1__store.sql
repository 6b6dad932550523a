-- Throughline's own tables, whatever ERP is behind it. Portable between Derby 10.16 and PostgreSQL; ${binary} as in the
-- schema of the embedded ERP.

-- Order ledger -----------------------------------------------------------------------------------------------------

-- Every request for an order and what became of it; kept for years.
create table order_request (
  caller varchar(120) ${binary} not null,
  request_id varchar(60) ${binary} not null,
  -- SHA-256 of the canonical content
  digest varchar(64) not null,
  -- RECEIVED, SUBMITTING, CONFIRMED, HELD, REFUSED, UNKNOWN
  state varchar(20) not null,
  -- the order that came of it
  dataset varchar(60),
  order_id varchar(60),
  -- who works on it, and until when others have to wait; null: nobody
  claim_token varchar(36),
  claimed_until timestamp,
  received_at timestamp not null,
  changed_at timestamp not null,
  primary key (caller, request_id)
);

-- Why a request was refused.
create table order_request_violation (
  caller varchar(120) ${binary} not null,
  request_id varchar(60) ${binary} not null,
  position int not null,
  code varchar(60) not null,
  path varchar(500) not null,
  message varchar(500) not null,
  remedy varchar(500),
  -- a number as it was given out, with its zeros
  largest_value varchar(60),
  -- what was promised and what it would be now
  promised varchar(500),
  promised_now varchar(500),
  primary key (caller, request_id, position),
  foreign key (caller, request_id) references order_request (caller, request_id)
);

-- The values that would have passed.
create table order_request_allowed (
  caller varchar(120) ${binary} not null,
  request_id varchar(60) ${binary} not null,
  position int not null,
  value_position int not null,
  allowed_value varchar(500) not null,
  primary key (caller, request_id, position, value_position),
  foreign key (caller, request_id, position) references order_request_violation (caller, request_id, position)
);

-- Links ------------------------------------------------------------------------------------------------------------

-- Every company that was ever linked. Its row is locked while the links of the company are changed.
create table linked_company (
  crm_system varchar(60) ${binary} not null,
  company_id varchar(60) ${binary} not null,
  changed_at timestamp not null,
  primary key (crm_system, company_id)
);

create table company_link (
  crm_system varchar(60) ${binary} not null,
  company_id varchar(60) ${binary} not null,
  dataset varchar(60) ${binary} not null,
  account_id varchar(60) ${binary} not null,
  -- CUSTOMER, SUPPLIER or BOTH
  role varchar(20) not null,
  -- account of the same dataset that is invoiced; null: as the ERP has it
  bill_to_id varchar(60) ${binary},
  -- YES when it is the primary link, else null: so the constraint below allows any number that are not
  primary_mark varchar(3),
  linked_at timestamp not null,
  primary key (crm_system, company_id, dataset, account_id),
  foreign key (crm_system, company_id) references linked_company (crm_system, company_id),
  constraint one_primary unique (crm_system, company_id, dataset, primary_mark),
  constraint primary_mark_value check (primary_mark = 'YES'),
  constraint primary_buys check (primary_mark is null or role <> 'SUPPLIER')
);
create index company_link_account on company_link (dataset, account_id, crm_system, company_id);

-- Requests to create accounts --------------------------------------------------------------------------------------

-- Every request to create an account, and the account that came of it once everything is done; kept for years.
create table account_request (
  request_id varchar(60) ${binary} not null primary key,
  -- SHA-256 of the canonical content
  digest varchar(64) not null,
  dataset varchar(60),
  account_id varchar(60),
  received_at timestamp not null
);

-- Offers -----------------------------------------------------------------------------------------------------------

-- Every offer, with its terms as they were worked out; kept for years.
create table offer (
  dataset varchar(60) ${binary} not null,
  reference varchar(60) ${binary} not null,
  -- the request that asked for it
  caller varchar(120) ${binary} not null,
  request_id varchar(60) ${binary} not null,
  -- SHA-256 of the canonical content
  digest varchar(64) not null,
  -- MAKING, OPEN, ORDERING, ORDERED, CANCELLED
  state varchar(20) not null,
  -- who is making it, and until when others have to wait; null once it is made
  claim_token varchar(36),
  claimed_until timestamp,
  -- null while it is being made
  account_id varchar(60) ${binary},
  -- the terms, in JSON
  content ${blob},
  token ${blob},
  created_at timestamp not null,
  valid_until timestamp,
  -- the request that is ordering or has ordered it
  ordering_caller varchar(120) ${binary},
  ordering_request_id varchar(60) ${binary},
  order_id varchar(60),
  changed_at timestamp not null,
  primary key (dataset, reference)
);
create index offer_account on offer (dataset, account_id, created_at desc, reference desc);
create index offer_ordering on offer (ordering_caller, ordering_request_id);

-- The key that offers are signed with when none is configured: one row, written by the first node that needs it.
create table offer_key (
  position int not null primary key,
  -- a JWK set of one key, with its private part
  jwk varchar(2000) not null,
  created_at timestamp not null
);

-- Answers given ----------------------------------------------------------------------------------------------------

-- Answers on prices and tax, some hundred in a row, compressed as one.
create table answer_batch (
  id varchar(16) ${binary} not null primary key,
  -- when the first of them was given
  given_at timestamp not null,
  answers int not null,
  content ${blob} not null
);
create index answer_batch_given on answer_batch (given_at);

-- Parity -----------------------------------------------------------------------------------------------------------

-- Where an order differs from its simulation, or its invoices from the order.
create table parity_mismatch (
  id bigint generated by default as identity primary key,
  seen_at timestamp not null,
  -- ORDER, INVOICE
  stage varchar(20) not null,
  dataset varchar(60) not null,
  order_id varchar(60) not null,
  invoice_id varchar(60),
  path varchar(200) not null,
  expected_value varchar(200) not null,
  found_value varchar(200) not null
);

-- Up to where the invoices of a dataset were compared.
create table parity_position (
  dataset varchar(60) ${binary} not null primary key,
  up_to varchar(200) not null,
  changed_at timestamp not null
);
