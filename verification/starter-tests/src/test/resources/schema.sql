create table if not exists book (id bigint primary key, title varchar(100));
