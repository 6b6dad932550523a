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
