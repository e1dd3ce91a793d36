-- Each row falls to one above it. Roles are what the pages for administration and design ask for.
insert into post (position, code, name_zh, name_en, level, falls_to, sees_territory, department, role) values
(10, 'administrator', '系统管理员', 'Administrator', null, null, false, false, 'ADMINISTRATOR'),
(20, 'supervisor', '督办员', 'Supervisor', null, 'administrator', true, false, 'SUPERVISOR'),
(30, 'process-designer', '流程设计员', 'Process designer', null, 'administrator', false, false, 'DESIGNER'),
(40, 'model-approver', '流程审批员', 'Model approver', null, 'administrator', false, false, 'APPROVER'),

(110, 'district-meeting-secretary', '区县联席会议秘书', 'District meeting secretary', 'CITY', 'administrator', true, false, null),
(120, 'department-liaison', '部门联络员', 'Department liaison', 'CITY', 'district-meeting-secretary', false, false, null),
(130, 'joint-reviewer', '市级联审员', 'Joint reviewer', 'CITY', 'district-meeting-secretary', false, false, null),
(140, 'follow-up-person', '跟踪督办人', 'Follow-up person', 'CITY', 'district-meeting-secretary', false, false, null),
(151, 'dept-housing', '住建局联络员', 'Housing bureau liaison', 'CITY', 'department-liaison', false, true, null),
(152, 'dept-urban-management', '城管局联络员', 'Urban management bureau liaison', 'CITY', 'department-liaison', false, true, null),
(153, 'dept-water', '水务部门联络员', 'Water department liaison', 'CITY', 'department-liaison', false, true, null),
(154, 'dept-fire', '消防救援大队联络员', 'Fire brigade liaison', 'CITY', 'department-liaison', false, true, null),
(155, 'dept-power', '供电公司联络员', 'Power company liaison', 'CITY', 'department-liaison', false, true, null),
(156, 'dept-gas', '燃气公司联络员', 'Gas company liaison', 'CITY', 'department-liaison', false, true, null),
(157, 'dept-police', '公安机关联络员', 'Police liaison', 'CITY', 'department-liaison', false, true, null),
(158, 'dept-market', '市场监管局联络员', 'Market supervision bureau liaison', 'CITY', 'department-liaison', false, true, null),
(159, 'dept-natural-resources', '自然资源局联络员', 'Natural resources bureau liaison', 'CITY', 'department-liaison', false, true, null),
(160, 'dept-ecology', '生态环境局联络员', 'Ecology bureau liaison', 'CITY', 'department-liaison', false, true, null),
(161, 'dept-transport', '交通部门联络员', 'Transport department liaison', 'CITY', 'department-liaison', false, true, null),
(162, 'dept-civil-affairs', '民政局联络员', 'Civil affairs bureau liaison', 'CITY', 'department-liaison', false, true, null),
(163, 'dept-justice', '司法局联络员', 'Justice bureau liaison', 'CITY', 'department-liaison', false, true, null),

(210, 'leader-office', '街道（镇）领导办公室', 'Leader''s office', 'TOWNSHIP', 'district-meeting-secretary', true, false, null),
(220, 'candidate-reviewer', '候选人审查员', 'Candidate reviewer', 'TOWNSHIP', 'leader-office', false, false, null),
(230, 'election-officer', '选举指导员', 'Election officer', 'TOWNSHIP', 'leader-office', false, false, null),

(310, 'community-secretary', '社区书记', 'Community secretary', 'COMMUNITY', 'leader-office', true, false, null),
(320, 'joint-meeting-secretary', '社区联席会议秘书', 'Joint meeting secretary', 'COMMUNITY', 'community-secretary', true, false, null),
(325, 'mediator', '人民调解员', 'People''s mediator', 'COMMUNITY', 'community-secretary', false, false, null),
(330, 'linked-leader', '挂钩领导', 'Linked leader', 'COMMUNITY', 'leader-office', true, false, null),

(410, 'hall-secretary', '邻里议事厅秘书', 'Hall secretary', 'COMPOUND', 'community-secretary', true, false, null),
(420, 'branch-secretary', '小区党支部书记', 'Branch secretary', 'COMPOUND', 'hall-secretary', true, false, null),
(430, 'committee-chair', '业委会主任', 'Committee chair', 'COMPOUND', 'branch-secretary', true, false, null),
(440, 'property-manager', '物业经理', 'Property manager', 'COMPOUND', 'hall-secretary', false, false, null),
(450, 'grid-agent', '网格员', 'Grid agent', 'COMPOUND', 'hall-secretary', true, false, null),
(460, 'scrutineer', '监票人', 'Scrutineer', 'COMPOUND', 'election-officer', false, false, null),

(510, 'building-steward', '楼栋长', 'Building steward', 'BUILDING', 'hall-secretary', true, false, null),
(520, 'stair-representative', '梯代表', 'Stair representative', 'BUILDING', 'building-steward', false, false, null),
(530, 'property-officer', '楼栋物业专员', 'Property officer', 'BUILDING', 'property-manager', false, false, null);
