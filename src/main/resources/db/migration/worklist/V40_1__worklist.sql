-- Open tasks as people list them: written in the engine's transaction, read without touching an engine table.
create table work_item (
  task_id     varchar(64)  not null primary key,
  subject     varchar(80)  not null,
  model_key   varchar(120) not null,
  element_id  varchar(120) not null,
  name        varchar(200) not null,
  name_en     varchar(200) not null,
  -- what happens when it is done, as the drawing says
  next        varchar(500),
  next_en     varchar(500),
  form_id     varchar(120),
  number      varchar(40)  not null,
  title       varchar(250) not null,
  kind        varchar(80),
  tier        varchar(40),
  place       varchar(80),
  -- the place by level: a list for a territory reads the column of that territory's level
  prefecture  varchar(80),
  city        varchar(80),
  township    varchar(80),
  community   varchar(80),
  compound    varchar(80),
  building    varchar(80),
  unit        varchar(80),
  assignee    bigint,
  opened      timestamp with time zone not null,
  -- 9999-12-31 where no clock runs, so that one order holds for all
  due         timestamp with time zone not null
);

-- every list is an ordered read of one of these, a page long, or several of them merged
create index work_item_subject    on work_item (subject);
create index work_item_number     on work_item (number, task_id);
create index work_item_title      on work_item (title, task_id);
create index work_item_assignee   on work_item (assignee, due, task_id);
create index work_item_prefecture on work_item (prefecture, due, task_id);
create index work_item_city       on work_item (city, due, task_id);
create index work_item_township   on work_item (township, due, task_id);
create index work_item_community  on work_item (community, due, task_id);
create index work_item_compound   on work_item (compound, due, task_id);
create index work_item_building   on work_item (building, due, task_id);
-- newest first: only where a territory is too wide to be sorted while somebody waits
create index work_item_prefecture_new on work_item (prefecture, opened desc, task_id desc);
create index work_item_city_new       on work_item (city, opened desc, task_id desc);
create index work_item_township_new   on work_item (township, opened desc, task_id desc);
create index work_item_community_new  on work_item (community, opened desc, task_id desc);

-- which posts may take which task; what lists are sorted by stands here too, so that a post's list is one index read
create table work_offer (
  group_key varchar(180) not null,
  task_id   varchar(64)  not null,
  taken     boolean      not null,
  number    varchar(40)  not null,
  opened    timestamp with time zone not null,
  due       timestamp with time zone not null,
  primary key (task_id, group_key)
);

create index work_offer_due    on work_offer (group_key, taken, due, task_id);
create index work_offer_opened on work_offer (group_key, taken, opened desc, task_id desc);
create index work_offer_number on work_offer (group_key, taken, number, task_id);

-- what became of a task, for the one who comes too late and for the reader of an old link
create table work_done (
  task_id      varchar(64)  not null primary key,
  subject      varchar(80)  not null,
  number       varchar(40)  not null,
  name         varchar(200) not null,
  name_en      varchar(200) not null,
  model_key    varchar(120) not null,
  form_id      varchar(120),
  place        varchar(80),
  groups_held  varchar(2000) not null,
  outcome      varchar(20)  not null,
  person_id    bigint,
  on_behalf_of bigint,
  done_at      timestamp with time zone not null,
  -- decisions in words, no free text: that stands in the timeline only
  decided      varchar(2000),
  decided_en   varchar(2000)
);

create index work_done_person  on work_done (person_id, done_at);
create index work_done_subject on work_done (subject);

-- one draft per task and person: the next person sees what the one before had written
create table work_draft (
  task_id   varchar(64) not null,
  person_id bigint      not null,
  saved_at  timestamp with time zone not null,
  answers   text        not null,
  primary key (task_id, person_id)
);

create index work_draft_saved on work_draft (saved_at);

create table work_view (
  id        bigint        not null primary key,
  person_id bigint        not null,
  name      varchar(60)   not null,
  query     varchar(1000) not null,
  is_default boolean      not null,
  constraint work_view_name unique (person_id, name)
);

create sequence work_view_id start with 1 increment by 1;
