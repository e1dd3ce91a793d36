insert into matter_kind (code, name_zh, name_en, process_key, icon, position, from_model, active) values
  ('fire-safety',       '消防安全', 'Fire safety',         'ladder', 'flame',          10, false, true),
  ('water',             '供水漏水', 'Water',               'ladder', 'droplet',        20, false, true),
  ('drainage',          '排水下水', 'Drainage',            'ladder', 'ripple',         30, false, true),
  ('gas',               '燃气',     'Gas',                 'ladder', 'gas-station',    40, false, true),
  ('ebike',             '电动车停放充电', 'E-bikes',       'ladder', 'bike',           50, false, true),
  ('parking',           '停车',     'Parking',             'ladder', 'parking',        60, false, true),
  ('facilities',        '公共设施', 'Common facilities',   'ladder', 'tools',          70, false, true),
  ('greening',          '绿化',     'Greening',            'ladder', 'plant',          80, false, true),
  ('road',              '道路通行', 'Roads',               'ladder', 'road',           90, false, true),
  ('noise-dust',        '噪声扬尘', 'Noise and dust',      'ladder', 'volume',        100, false, true),
  ('property-service',  '物业服务', 'Property service',    'ladder', 'building',      110, false, true),
  ('neighbour-dispute', '邻里纠纷', 'Neighbour dispute',   'ladder', 'users',         120, false, true),
  ('care',              '老幼照护', 'Care for old and young', 'ladder', 'heart',      130, false, true),
  ('funds',             '维修资金', 'Repair funds',        'ladder', 'coin',          140, false, true),
  ('safety',            '房屋与公共安全', 'Building and public safety', 'ladder', 'shield', 150, false, true);

insert into matter_consent (version, words_zh, words_en) values
  ('2026-11',
   '我同意把姓名和联系方式提供给办理这件事的工作人员，只用于联系我、核实情况和回访；留了邮箱的，办理有进展时发邮件告诉我，随时可以停。不愿意可以不填，照样受理。系统默认遮盖联系方式，每次查看都会留下记录。我可以凭查询码要求更正或删除。',
   'I agree that my name and contact are given to the people who handle this matter, only to reach me, to check the facts and to ask how it went; if I leave a mail address, I am mailed when something happens, until I stop it. I may leave them empty; the matter is taken all the same. Contacts are masked, and every look at them is recorded. With my code I may ask to have them corrected or deleted.');
