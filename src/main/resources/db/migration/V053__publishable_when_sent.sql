-- Whether answers of its kind became public when it was sent: whoever sends what is never public is not asked whether it is to stay between the two, so
-- it stays so if the office makes answers of that kind public later.
alter table inbox_submission add column publishable boolean default true not null;
update inbox_submission set publishable = false where kind_key in (select k.kind_key from inbox_kind k where not k.publishable);
