-- Proofs of work with which something was sent, until they end to hold: none is good for a second form, on whichever node.

create table inbox_used_proof (
    proof_key  varchar(60)  not null primary key,
    form_key   varchar(100) not null,
    expires_at timestamp(6) not null
);
create index inbox_used_proof_old on inbox_used_proof (expires_at);
