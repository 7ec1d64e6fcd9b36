/** Contacts and employees of the demo company; numbers as typed. `company` is the name of a customer or vendor, or null. */
export interface DemoContact { firstname: string; lastname: string; company: string | null; title: string; phone?: string; officephone?: string; mobilephone?: string; homephone?: string; email: string }

export const contacts: DemoContact[] = [
  { firstname: 'Maria', lastname: 'Santos', company: 'Acme Ltd', title: 'Purchasing Manager', phone: '650-555-0161', mobilephone: '+1 650 555 0162', email: 'maria.santos@acme.example' },
  { firstname: 'Tom', lastname: 'Okafor', company: 'Acme Ltd', title: 'Accounts Payable', phone: '(650) 555-0101 x14', email: 'tom.okafor@acme.example' },
  { firstname: 'Ingrid', lastname: 'Møller', company: 'Anders Møbler A/S', title: 'Owner', phone: '+45 32 12 34 57', email: 'ingrid@moebler.example' },
  { firstname: 'Priya', lastname: 'Raman', company: 'Monsoon Textiles Pvt Ltd', title: 'Export Lead', mobilephone: '+91 98 5550 0172', email: 'priya@monsoon.example' },
  { firstname: 'Gareth', lastname: 'Pryce', company: 'Copper Kettle Tea Company', title: 'Operations', phone: '029 2018 0166', email: 'gareth@copperkettle.example' },
  { firstname: 'Beatriz', lastname: 'Almeida', company: 'Azulejo Cerâmicas Lda', title: 'Sales', mobilephone: '+351 910 555 135', email: 'beatriz@azulejo.example' },
  { firstname: 'Dana', lastname: 'Whitehorse', company: 'Dune Road Solar', title: 'Project Lead', phone: '505-555-0110', homephone: '(505) 555-0111', email: 'dana@duneroad.example' },
  { firstname: 'Søren', lastname: 'Lindqvist', company: 'Fjord & Fell Outdoor AS', title: 'Buyer', phone: '+47 22 55 01 66', email: 'soren@fjordfell.example' },
  { firstname: 'Camille', lastname: "L'Hôte", company: 'Château Merle Vins', title: 'Cellar Master', phone: '01 99 00 12 35', email: 'camille@merle.example' },
  { firstname: 'Hiroko', lastname: 'Tanabe', company: 'Hanami Floral Design', title: 'Designer', phone: '+81-3-5550-0115', email: 'hiroko@hanami.example' },
  { firstname: 'Marcus', lastname: 'Bell', company: 'Three Rivers Steel', title: 'Credit Manager', officephone: '412.555.0105', email: 'marcus@threerivers.example' },
  { firstname: 'Olivia', lastname: 'Grant', company: null, title: 'Freelance Consultant', phone: '+1 (347) 555-0168', email: 'olivia.grant@mail.example' },
  { firstname: 'Noah', lastname: 'Feldman', company: 'Apex Packaging Supply', title: 'Account Executive', phone: '909 555 0104', email: 'noah@apexpack.example' },
  { firstname: 'Siobhán', lastname: "O'Rourke", company: 'Old Mill Distillery', title: 'Finance', phone: '+353 20 910 1105', email: 'siobhan@oldmill.example' },
];

export interface DemoEmployee { firstname: string; lastname: string; title: string; email: string; phone: string; mobilephone?: string }

/** Staff without a sign-in; the people who can sign in stand in account.ts. */
export const employees: DemoEmployee[] = [
  { firstname: 'Henry', lastname: 'Achebe', title: 'Warehouse Lead', email: 'henry.achebe@fairweather.example', phone: '650-555-0171' },
  { firstname: 'Lucía', lastname: 'Ferrer', title: 'Marketing', email: 'lucia.ferrer@fairweather.example', phone: '(650) 555-0172', mobilephone: '+1 650 555 0182' },
  { firstname: 'Owen', lastname: 'Pritchard', title: 'Field Technician', email: 'owen.pritchard@fairweather.example', phone: '650.555.0173' },
  { firstname: 'Yuki', lastname: 'Mori', title: 'Buyer', email: 'yuki.mori@fairweather.example', phone: '+1 650 555 0174' },
  { firstname: 'Amara', lastname: 'Diallo', title: 'HR Partner', email: 'amara.diallo@fairweather.example', phone: '650 555 0175' },
  { firstname: 'Felix', lastname: 'Brandt', title: 'Controller', email: 'felix.brandt@fairweather.example', phone: '1-650-555-0176' },
  { firstname: 'Grace', lastname: 'Kim', title: 'Logistics', email: 'grace.kim@fairweather.example', phone: '(650)555-0177' },
  { firstname: 'Idris', lastname: 'Rahman', title: 'Quality', email: 'idris.rahman@fairweather.example', phone: '650/555-0178' },
  { firstname: 'Nadia', lastname: 'Petrova', title: 'Designer', email: 'nadia.petrova@fairweather.example', phone: '6505550179' },
];
