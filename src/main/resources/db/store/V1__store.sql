-- Throughline's own tables, whatever ERP is behind it. Portable between Derby 10.16 and PostgreSQL; ${binary} as in the
-- schema of the embedded ERP.

-- Ledger of requests ----------------------------------------------------------------------------------------------

-- The time of the database in milliseconds since 1970: what leases are told by, so that no node's clock matters.
${epoch_millis};

-- Every request that writes to the ERP and what became of it; kept for years.
create table ledger_entry (
  caller varchar(120) ${binary} not null,
  request_id varchar(60) ${binary} not null,
  -- CREATE_ORDER, CREATE_OFFER and so on
  kind varchar(40) not null,
  -- SHA-256 of the canonical content
  digest varchar(64) not null,
  -- the request in JSON, enough to do it again; null once the outcome is certain
  demand ${blob},
  -- RECEIVED, SUBMITTING, UNKNOWN, CONFIRMED, HELD, REFUSED
  state varchar(20) not null,
  -- what came of it
  document_kind varchar(40),
  dataset varchar(60),
  document_id varchar(60),
  -- why nothing came of it, or what was in the way the last time, in JSON
  violations ${blob},
  -- how often somebody began to work on it
  attempts int not null,
  -- who works on it; null: nobody
  claim_token varchar(36),
  -- epoch_millis() from which on somebody else may, and the dispatcher will, go on with it; null: only when it is asked for again
  due_at bigint,
  received_at timestamp not null,
  changed_at timestamp not null,
  primary key (caller, request_id)
);
create index ledger_entry_due on ledger_entry (due_at);
-- what has not come to an end, and what came to be when
create index ledger_entry_state on ledger_entry (state, received_at);

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
  -- OPEN, ORDERING, ORDERED, CANCELLED
  state varchar(20) not null,
  account_id varchar(60) ${binary} not null,
  -- the terms, in JSON
  content ${blob} not null,
  token ${blob} not null,
  created_at timestamp not null,
  valid_until timestamp not null,
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
