create table book (id int primary key, title varchar(99));
