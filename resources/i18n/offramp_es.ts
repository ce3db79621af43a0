<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>GNU General Public License, version 3 or later</source>
        <translation>Licencia Pública General de GNU, versión 3 o posterior</translation>
    </message>
    <message>
        <source>the authors of Offramp</source>
        <translation>los autores de Offramp</translation>
    </message>
    <message>
        <source>GNU Lesser General Public License, version 3</source>
        <translation>Licencia Pública General Reducida de GNU, versión 3</translation>
    </message>
    <message>
        <source>public domain</source>
        <translation>dominio público</translation>
    </message>
    <message>
        <source>GNU Lesser General Public License, version 2.1 or later</source>
        <translation>Licencia Pública General Reducida de GNU, versión 2.1 o posterior</translation>
    </message>
    <message>
        <source>CLI11 (in the terminal program)</source>
        <translation>CLI11 (en el programa de terminal)</translation>
    </message>
    <message>
        <source>Offramp %1</source>
        <translation>Offramp %1</translation>
    </message>
    <message>
        <source>Facts of %1, catalog %2, published on %3.</source>
        <translation>Datos del %1, catálogo %2, publicado el %3.</translation>
    </message>
    <message>
        <source>No facts are loaded.</source>
        <translation>No hay datos cargados.</translation>
    </message>
    <message>
        <source>Somebody of us read it in the primary source or an official copy of it.</source>
        <translation>Una persona de nuestro equipo lo leyó en la fuente original o en una copia oficial.</translation>
    </message>
    <message>
        <source>It was read in a reliable report that quotes the source.</source>
        <translation>Se leyó en un informe fiable que cita la fuente.</translation>
    </message>
    <message>
        <source>A maker&apos;s own claim, a weak source, or not checked. It never decides an answer.</source>
        <translation>Una afirmación del propio fabricante, una fuente débil o algo sin comprobar. Nunca decide una respuesta.</translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>Constant virus protection</source>
        <translation>Protección constante contra virus</translation>
    </message>
    <message>
        <source>Antivirus</source>
        <translation>Antivirus</translation>
    </message>
    <message>
        <source>Every product here that watches files all the time can do this. Windows and macOS bring their own protection at no cost.</source>
        <translation>Cualquier producto de esta lista que vigile los archivos todo el tiempo puede hacerlo. Windows y macOS traen su propia protección sin costo.</translation>
    </message>
    <message>
        <source>Protection from harmful websites</source>
        <translation>Protección contra sitios web dañinos</translation>
    </message>
    <message>
        <source>Web protection</source>
        <translation>Protección web</translation>
    </message>
    <message>
        <source>Most suites block harmful and fake websites. On Windows, SmartScreen in Edge does so too, and other browsers have lists of their own.</source>
        <translation>La mayoría de los paquetes bloquean sitios web dañinos y falsos. En Windows también lo hace SmartScreen en Edge, y otros navegadores tienen sus propias listas.</translation>
    </message>
    <message>
        <source>Firewall and control of programs</source>
        <translation>Cortafuegos y control de programas</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>Cortafuegos</translation>
    </message>
    <message>
        <source>Windows Firewall filters what comes in. Rules for what each program may do are rare elsewhere; simplewall or Portmaster can limit what goes out.</source>
        <translation>El cortafuegos de Windows filtra lo que entra. Las reglas sobre lo que puede hacer cada programa son raras en otros productos; simplewall o Portmaster pueden limitar lo que sale.</translation>
    </message>
    <message>
        <source>VPN</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>Many suites include a VPN, often with a daily limit. A separate VPN works with any antivirus.</source>
        <translation>Muchos paquetes incluyen una VPN, a menudo con un límite diario. Una VPN aparte funciona con cualquier antivirus.</translation>
    </message>
    <message>
        <source>Some PCs were given UltraVPN in September 2024. Look for it as well.</source>
        <translation>A algunos equipos se les puso UltraVPN en septiembre de 2024. Búsquelo también.</translation>
    </message>
    <message>
        <source>VPN without a limit</source>
        <translation>VPN sin límite</translation>
    </message>
    <message>
        <source>Unlimited VPN</source>
        <translation>VPN ilimitada</translation>
    </message>
    <message>
        <source>Take a suite whose VPN has no limit, or add a separate VPN. The VPN in many suites stops after a daily amount.</source>
        <translation>Elija un paquete cuya VPN no tenga límite o añada una VPN aparte. En muchos paquetes la VPN se detiene tras una cantidad diaria.</translation>
    </message>
    <message>
        <source>Password manager</source>
        <translation>Gestor de contraseñas</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Contraseñas</translation>
    </message>
    <message>
        <source>A separate password manager that reads Kaspersky&apos;s text export is the safest choice. Bitwarden, Proton Pass and KeePass do.</source>
        <translation>Un gestor de contraseñas aparte que lea la exportación en texto de Kaspersky es la opción más segura. Bitwarden, Proton Pass y KeePass lo hacen.</translation>
    </message>
    <message>
        <source>Export your passwords to a text file and check that the new manager has all of them. Only then remove Kaspersky. Its vault and its own backups open nowhere else, and Kaspersky cannot reset the main password.</source>
        <translation>Exporte sus contraseñas a un archivo de texto y compruebe que el nuevo gestor las tiene todas. Solo entonces quite Kaspersky. Su almacén y sus propias copias de seguridad no se abren en ningún otro lugar, y Kaspersky no puede restablecer la contraseña principal.</translation>
    </message>
    <message>
        <source>Parental controls</source>
        <translation>Control parental</translation>
    </message>
    <message>
        <source>Microsoft, Google and Apple each have free family controls for their own systems. History and rules cannot be taken along, so every child&apos;s device is set up again.</source>
        <translation>Microsoft, Google y Apple tienen cada uno controles familiares gratuitos para sus propios sistemas. El historial y las reglas no se pueden trasladar, así que el dispositivo de cada menor se configura de nuevo.</translation>
    </message>
    <message>
        <source>Note down the rules and time limits. Removing Safe Kids asks for the parent&apos;s password. On iPhone its profile, and on Android its administrator right, have to go too.</source>
        <translation>Anote las reglas y los límites de tiempo. Para quitar Safe Kids se pide la contraseña del padre o la madre. En el iPhone hay que quitar también su perfil, y en Android su derecho de administrador.</translation>
    </message>
    <message>
        <source>Protection from ransomware</source>
        <translation>Protección contra ransomware</translation>
    </message>
    <message>
        <source>Ransomware</source>
        <translation>Ransomware</translation>
    </message>
    <message>
        <source>Most products stop programs that encrypt files. Windows can protect chosen folders; that feature has to be switched on.</source>
        <translation>La mayoría de los productos detienen los programas que cifran archivos. Windows puede proteger carpetas elegidas; esa función hay que activarla.</translation>
    </message>
    <message>
        <source>Undoing the work of ransomware</source>
        <translation>Deshacer el trabajo del ransomware</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Reversión</translation>
    </message>
    <message>
        <source>Few home products can restore files after an attack. Where yours cannot, blocking together with a real backup comes closest.</source>
        <translation>Pocos productos domésticos pueden restaurar archivos después de un ataque. Si el suyo no puede, lo más parecido es el bloqueo junto con una copia de seguridad de verdad.</translation>
    </message>
    <message>
        <source>Camera and microphone guard</source>
        <translation>Protección de cámara y micrófono</translation>
    </message>
    <message>
        <source>Camera guard</source>
        <translation>Protección de la cámara</translation>
    </message>
    <message>
        <source>Some suites ask before a program uses the camera. Windows and macOS have switches for it in their privacy settings.</source>
        <translation>Algunos paquetes preguntan antes de que un programa use la cámara. Windows y macOS tienen interruptores para ello en su configuración de privacidad.</translation>
    </message>
    <message>
        <source>Guarded browser for banking</source>
        <translation>Navegador protegido para la banca</translation>
    </message>
    <message>
        <source>Safe banking</source>
        <translation>Banca segura</translation>
    </message>
    <message>
        <source>Several suites open banks and shops in a browser of their own or guard the one you use. It works a little differently everywhere.</source>
        <translation>Varios paquetes abren bancos y tiendas en un navegador propio o protegen el que usted usa. En cada uno funciona de forma algo distinta.</translation>
    </message>
    <message>
        <source>Finding a lost phone</source>
        <translation>Encontrar un teléfono perdido</translation>
    </message>
    <message>
        <source>Anti-theft</source>
        <translation>Antirrobo</translation>
    </message>
    <message>
        <source>Google&apos;s and Apple&apos;s own services find, lock and erase a lost device.</source>
        <translation>Los servicios propios de Google y Apple localizan, bloquean y borran un dispositivo perdido.</translation>
    </message>
    <message>
        <source>Watching for leaked data</source>
        <translation>Vigilancia de datos filtrados</translation>
    </message>
    <message>
        <source>Leak checks</source>
        <translation>Aviso de filtraciones</translation>
    </message>
    <message>
        <source>Some suites watch for leaks of your data. Have I Been Pwned does it at no cost for e-mail addresses, and good password managers report leaked passwords.</source>
        <translation>Algunos paquetes vigilan si se filtran sus datos. Have I Been Pwned lo hace sin costo para direcciones de correo, y los buenos gestores de contraseñas avisan de las contraseñas filtradas.</translation>
    </message>
    <message>
        <source>The wallet with your documents sits inside Kaspersky Password Manager and needs its main password. Copy the documents out by hand first.</source>
        <translation>La cartera con sus documentos está dentro de Kaspersky Password Manager y necesita su contraseña principal. Copie antes los documentos a mano.</translation>
    </message>
    <message>
        <source>Backups and locked vaults</source>
        <translation>Copias de seguridad y almacenes cifrados</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Windows and macOS have backup of their own. For a locked container, VeraCrypt is free.</source>
        <translation>Windows y macOS tienen sus propias copias de seguridad. Para un contenedor cifrado, VeraCrypt es gratuito.</translation>
    </message>
    <message>
        <source>To open a vault you need its password and the installed Kaspersky program. Open every vault and move the files out before you remove anything.</source>
        <translation>Para abrir un almacén cifrado necesita su contraseña y el programa de Kaspersky instalado. Abra todos los almacenes y saque los archivos antes de quitar nada.</translation>
    </message>
    <message>
        <source>One console for many devices</source>
        <translation>Una consola para muchos dispositivos</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Consola</translation>
    </message>
    <message>
        <source>Business products bring their own console. Policies, tasks and groups cannot be moved over, so keep a written record of them.</source>
        <translation>Los productos para empresas traen su propia consola. Las directivas, las tareas y los grupos no se pueden trasladar, así que guárdelos por escrito.</translation>
    </message>
    <message>
        <source>Find out the uninstall password set by policy. Decrypt disks that Kaspersky encrypted and save the recovery keys. Remove the endpoint product first, then Network Agent, and Security Center last.</source>
        <translation>Averigüe la contraseña de desinstalación fijada por la directiva. Descifre los discos que cifró Kaspersky y guarde las claves de recuperación. Quite primero el producto del equipo, luego el Agente de red y por último Security Center.</translation>
    </message>
    <message>
        <source>Recording and answering attacks</source>
        <translation>Registro de ataques y respuesta</translation>
    </message>
    <message>
        <source>EDR</source>
        <translation>EDR</translation>
    </message>
    <message>
        <source>Which tier includes this differs from maker to maker. Compare the tiers before you choose.</source>
        <translation>En qué nivel se incluye varía según el fabricante. Compare los niveles antes de elegir.</translation>
    </message>
    <message>
        <source>Ukraine puts Kaspersky on its sanctions list</source>
        <translation>Ucrania incluye a Kaspersky en su lista de sanciones</translation>
    </message>
    <message>
        <source>A presidential decree sanctions the Russian company and its Ukrainian unit. On September 25, 2015, the prime minister orders an end to purchases, updates and use in public bodies. A later article speaks of a ban since 2017.</source>
        <translation>Un decreto presidencial sanciona a la empresa rusa y a su filial ucraniana. El 25 de septiembre de 2015, el primer ministro ordena poner fin a compras, actualizaciones y uso en los organismos públicos. Un artículo posterior habla de una prohibición desde 2017.</translation>
    </message>
    <message>
        <source>President and government of Ukraine</source>
        <translation>Presidente y Gobierno de Ucrania</translation>
    </message>
    <message>
        <source>Public bodies in Ukraine</source>
        <translation>Organismos públicos de Ucrania</translation>
    </message>
    <message>
        <source>Public purchasing</source>
        <translation>Contratación pública</translation>
    </message>
    <message>
        <source>Buying Kaspersky products with public money</source>
        <translation>Comprar productos de Kaspersky con dinero público</translation>
    </message>
    <message>
        <source>Using and updating them in public bodies</source>
        <translation>Usarlos y actualizarlos en organismos públicos</translation>
    </message>
    <message>
        <source>Number of the decree</source>
        <translation>Número del decreto</translation>
    </message>
    <message>
        <source>Federal agencies told to remove Kaspersky</source>
        <translation>Se ordena a los organismos federales quitar Kaspersky</translation>
    </message>
    <message>
        <source>Directive 17-01 gives federal agencies a schedule. They list Kaspersky products by October 13, 2017, hand in a removal plan by November 12, and begin to remove them on December 12.</source>
        <translation>La Directiva 17-01 fija un calendario para los organismos federales. Enumeran los productos de Kaspersky antes del 13 de octubre de 2017, entregan un plan de retirada antes del 12 de noviembre y empiezan a quitarlos el 12 de diciembre.</translation>
    </message>
    <message>
        <source>U.S. Department of Homeland Security</source>
        <translation>Departamento de Seguridad Nacional de EE. UU.</translation>
    </message>
    <message>
        <source>Departments and agencies of the federal executive branch</source>
        <translation>Departamentos y organismos del poder ejecutivo federal</translation>
    </message>
    <message>
        <source>Federal information systems</source>
        <translation>Sistemas de información federales</translation>
    </message>
    <message>
        <source>Using Kaspersky-branded products on federal systems, now or later</source>
        <translation>Usar productos de la marca Kaspersky en sistemas federales, ahora o más adelante</translation>
    </message>
    <message>
        <source>Kaspersky code inside products of other companies</source>
        <translation>Código de Kaspersky dentro de productos de otras empresas</translation>
    </message>
    <message>
        <source>Kaspersky threat intelligence and security training</source>
        <translation>Inteligencia sobre amenazas y formación en seguridad de Kaspersky</translation>
    </message>
    <message>
        <source>National security systems and some Defense Department systems</source>
        <translation>Sistemas de seguridad nacional y algunos sistemas del Departamento de Defensa</translation>
    </message>
    <message>
        <source>44 U.S.C. 3553 as the legal basis</source>
        <translation>44 U.S.C. 3553 como base jurídica</translation>
    </message>
    <message>
        <source>Whether the directive still formally stands today</source>
        <translation>Si la directiva sigue formalmente en vigor hoy</translation>
    </message>
    <message>
        <source>New York alerts buyers under state contracts</source>
        <translation>Nueva York avisa a quienes compran con contratos estatales</translation>
    </message>
    <message>
        <source>Two days after the federal directive, New York tells those who buy under state technology contracts about it. Kaspersky holds no state contract of its own, but others resell it.</source>
        <translation>Dos días después de la directiva federal, Nueva York informa de ella a quienes compran con contratos estatales de tecnología. Kaspersky no tiene ningún contrato estatal propio, pero otros lo revenden.</translation>
    </message>
    <message>
        <source>New York State Office of General Services</source>
        <translation>Oficina de Servicios Generales del estado de Nueva York</translation>
    </message>
    <message>
        <source>Bodies that buy under New York State technology contracts</source>
        <translation>Organismos que compran con contratos de tecnología del estado de Nueva York</translation>
    </message>
    <message>
        <source>It only advises; nothing is forbidden</source>
        <translation>Solo aconseja; no se prohíbe nada</translation>
    </message>
    <message>
        <source>U.K. warns its ministries about Russian antivirus</source>
        <translation>El Reino Unido advierte a sus ministerios sobre antivirus rusos</translation>
    </message>
    <message>
        <source>The head of the NCSC writes to the top officials of British ministries. Systems at SECRET and above must not run Russian antivirus. Elsewhere it should be avoided where access by Russia would harm national security.</source>
        <translation>El director del NCSC escribe a los altos cargos de los ministerios británicos. En los sistemas de nivel SECRET y superiores no debe haber antivirus rusos. En los demás conviene evitarlos donde un acceso de Rusia dañaría la seguridad nacional.</translation>
    </message>
    <message>
        <source>National Cyber Security Centre (United Kingdom)</source>
        <translation>Centro Nacional de Ciberseguridad (Reino Unido)</translation>
    </message>
    <message>
        <source>Ministries of the U.K. central government</source>
        <translation>Ministerios del Gobierno central del Reino Unido</translation>
    </message>
    <message>
        <source>Russian antivirus on systems at SECRET and above</source>
        <translation>Antivirus rusos en sistemas de nivel SECRET y superiores</translation>
    </message>
    <message>
        <source>Russian antivirus where access by Russia would harm national security</source>
        <translation>Antivirus rusos donde un acceso de Rusia dañaría la seguridad nacional</translation>
    </message>
    <message>
        <source>The public and most organizations</source>
        <translation>El público y la mayoría de las organizaciones</translation>
    </message>
    <message>
        <source>Lithuania removes Kaspersky from vital systems</source>
        <translation>Lituania quita Kaspersky de sistemas esenciales</translation>
    </message>
    <message>
        <source>The cabinet sees a possible threat to national security. Operators of vital information systems and of state data have to replace the software within a short time. Other companies only get advice.</source>
        <translation>El Gobierno ve una posible amenaza para la seguridad nacional. Los operadores de sistemas de información esenciales y de datos estatales deben sustituir el software en poco tiempo. Las demás empresas solo reciben un consejo.</translation>
    </message>
    <message>
        <source>Government of Lithuania</source>
        <translation>Gobierno de Lituania</translation>
    </message>
    <message>
        <source>Vital information systems, such as energy, finance and transport</source>
        <translation>Sistemas de información esenciales, como energía, finanzas y transporte</translation>
    </message>
    <message>
        <source>State information resources</source>
        <translation>Recursos de información del Estado</translation>
    </message>
    <message>
        <source>Using Kaspersky software there</source>
        <translation>Usar allí software de Kaspersky</translation>
    </message>
    <message>
        <source>Other private companies, which are only advised</source>
        <translation>Otras empresas privadas, a las que solo se aconseja</translation>
    </message>
    <message>
        <source>Dutch central government phases out Kaspersky antivirus</source>
        <translation>El Gobierno central neerlandés abandona el antivirus de Kaspersky</translation>
    </message>
    <message>
        <source>The minister tells parliament that the antivirus will go as a precaution. Vital companies and defense suppliers are advised to follow. No misuse is known, and no end date is set.</source>
        <translation>El ministro comunica al Parlamento que el antivirus se retirará por precaución. Se aconseja hacer lo mismo a las empresas esenciales y a los proveedores de defensa. No se conoce ningún uso indebido y no se fija fecha límite.</translation>
    </message>
    <message>
        <source>Ministry of Justice and Security (Netherlands)</source>
        <translation>Ministerio de Justicia y Seguridad (Países Bajos)</translation>
    </message>
    <message>
        <source>Dutch central government</source>
        <translation>Gobierno central neerlandés</translation>
    </message>
    <message>
        <source>As advice: vital companies and defense suppliers</source>
        <translation>Como consejo: empresas esenciales y proveedores de defensa</translation>
    </message>
    <message>
        <source>Kaspersky antivirus in central government</source>
        <translation>El antivirus de Kaspersky en el Gobierno central</translation>
    </message>
    <message>
        <source>Other Kaspersky products and services</source>
        <translation>Otros productos y servicios de Kaspersky</translation>
    </message>
    <message>
        <source>Provinces and towns</source>
        <translation>Provincias y municipios</translation>
    </message>
    <message>
        <source>A federal court dismisses both Kaspersky lawsuits</source>
        <translation>Un tribunal federal desestima las dos demandas de Kaspersky</translation>
    </message>
    <message>
        <source>Judge Kollar-Kotelly sides with the government twice. Kaspersky has no standing to attack the directive, and the ban by Congress does not count as a punishment without trial. The ban on federal use stays.</source>
        <translation>La jueza Kollar-Kotelly da dos veces la razón al Gobierno. Kaspersky no está legitimada para impugnar la directiva, y la prohibición del Congreso no equivale a un castigo sin juicio. La prohibición del uso federal se mantiene.</translation>
    </message>
    <message>
        <source>U.S. District Court for the District of Columbia</source>
        <translation>Tribunal Federal de Distrito del Distrito de Columbia</translation>
    </message>
    <message>
        <source>The lawsuits against Directive 17-01 and section 1634</source>
        <translation>Las demandas contra la Directiva 17-01 y la sección 1634</translation>
    </message>
    <message>
        <source>New Hampshire bans Kaspersky from state use</source>
        <translation>Nuevo Hampshire prohíbe Kaspersky en el uso estatal</translation>
    </message>
    <message>
        <source>House Bill 1335 keeps software made in whole or in part by Kaspersky, or by companies it owns by majority, out of state bodies. A local paper reported the signing; the day the law took effect could not be read.</source>
        <translation>La ley House Bill 1335 excluye de los organismos estatales el software hecho total o parcialmente por Kaspersky o por empresas de las que posee la mayoría. Un periódico local informó de la firma; no se pudo leer el día en que la ley entró en vigor.</translation>
    </message>
    <message>
        <source>New Hampshire legislature</source>
        <translation>Poder legislativo de Nuevo Hampshire</translation>
    </message>
    <message>
        <source>State agencies, the legislature and the courts of New Hampshire</source>
        <translation>Los organismos estatales, el poder legislativo y los tribunales de Nuevo Hampshire</translation>
    </message>
    <message>
        <source>Using software platforms that Kaspersky developed</source>
        <translation>Usar plataformas de software desarrolladas por Kaspersky</translation>
    </message>
    <message>
        <source>The day it took effect</source>
        <translation>El día en que entró en vigor</translation>
    </message>
    <message>
        <source>European Parliament asks EU bodies to review their software</source>
        <translation>El Parlamento Europeo pide a los organismos de la UE que revisen su software</translation>
    </message>
    <message>
        <source>A resolution on cyber defense asks the EU&apos;s own bodies to check what they use and to drop programs confirmed as malicious. It mentions Kaspersky by name. It has no legal force.</source>
        <translation>Una resolución sobre ciberdefensa pide a los propios organismos de la UE que revisen lo que usan y que abandonen los programas que se haya confirmado que son maliciosos. Menciona a Kaspersky por su nombre. No tiene fuerza legal.</translation>
    </message>
    <message>
        <source>European Parliament</source>
        <translation>Parlamento Europeo</translation>
    </message>
    <message>
        <source>EU institutions, as a recommendation</source>
        <translation>Instituciones de la UE, como recomendación</translation>
    </message>
    <message>
        <source>Everybody: it is not binding</source>
        <translation>Todos: no es vinculante</translation>
    </message>
    <message>
        <source>The count of votes against; reports give 151 and 141</source>
        <translation>El número de votos en contra; los informes dan 151 y 141</translation>
    </message>
    <message>
        <source>Kaspersky ban reaches federal contractors</source>
        <translation>La prohibición de Kaspersky llega a los contratistas federales</translation>
    </message>
    <message>
        <source>A contract clause passes the federal ban on to suppliers. Nothing by Kaspersky may be delivered or used to produce what is delivered. Finds have to be reported, and all subcontractors are included.</source>
        <translation>Una cláusula contractual traslada la prohibición federal a los proveedores. No se puede entregar nada de Kaspersky ni usarlo para producir lo que se entrega. Lo que se encuentre debe comunicarse, y se incluyen todos los subcontratistas.</translation>
    </message>
    <message>
        <source>U.S. Defense Department, GSA and NASA</source>
        <translation>Departamento de Defensa de EE. UU., GSA y NASA</translation>
    </message>
    <message>
        <source>Federal contractors and subcontractors at every level, whatever the amount</source>
        <translation>Contratistas y subcontratistas federales de todos los niveles, sea cual sea el importe</translation>
    </message>
    <message>
        <source>Delivering Kaspersky items for government use from October 1, 2018</source>
        <translation>Entregar productos de Kaspersky para uso del Gobierno desde el 1 de octubre de 2018</translation>
    </message>
    <message>
        <source>Using them to produce data or goods under a contract</source>
        <translation>Usarlos para producir datos o bienes en el marco de un contrato</translation>
    </message>
    <message>
        <source>The federal government may not use Kaspersky</source>
        <translation>El Gobierno federal no puede usar Kaspersky</translation>
    </message>
    <message>
        <source>From this day, section 1634 of the defense act for 2018 applies to every federal body. It covers hardware, software and services by Kaspersky, its successors and companies under shared or majority control.</source>
        <translation>Desde este día, la sección 1634 de la ley de defensa para 2018 se aplica a todos los organismos federales. Abarca el hardware, el software y los servicios de Kaspersky, de sus sucesoras y de empresas bajo control compartido o mayoritario.</translation>
    </message>
    <message>
        <source>U.S. Congress</source>
        <translation>Congreso de EE. UU.</translation>
    </message>
    <message>
        <source>The whole federal government</source>
        <translation>Todo el Gobierno federal</translation>
    </message>
    <message>
        <source>Using Kaspersky hardware, software or services, also through others</source>
        <translation>Usar hardware, software o servicios de Kaspersky, también a través de otros</translation>
    </message>
    <message>
        <source>The day of signing in December 2017</source>
        <translation>El día de la firma en diciembre de 2017</translation>
    </message>
    <message>
        <source>Appeals court confirms the federal ban</source>
        <translation>Un tribunal de apelación confirma la prohibición federal</translation>
    </message>
    <message>
        <source>Three judges agree with the lower court. The law guards federal networks and is not meant to punish. Ending only the directive would not change anything for Kaspersky.</source>
        <translation>Tres jueces coinciden con el tribunal inferior. La ley protege las redes federales y no pretende castigar. Anular solo la directiva no cambiaría nada para Kaspersky.</translation>
    </message>
    <message>
        <source>U.S. Court of Appeals, D.C. Circuit</source>
        <translation>Tribunal Federal de Apelaciones, circuito del Distrito de Columbia</translation>
    </message>
    <message>
        <source>Directive 17-01 and section 1634</source>
        <translation>La Directiva 17-01 y la sección 1634</translation>
    </message>
    <message>
        <source>Vermont tells state offices to remove Kaspersky</source>
        <translation>Vermont ordena a las oficinas estatales quitar Kaspersky</translation>
    </message>
    <message>
        <source>The state&apos;s chief information officer has all offices search for products of Kaspersky, Huawei and ZTE. They go at once or step by step, within 90 days at most. A replacement plan is due 30 days after the listing.</source>
        <translation>El director de informática del estado hace que todas las oficinas busquen productos de Kaspersky, Huawei y ZTE. Se retiran de inmediato o por etapas, en un plazo máximo de 90 días. El plan de sustitución debe entregarse 30 días después de la lista.</translation>
    </message>
    <message>
        <source>Vermont Agency of Digital Services</source>
        <translation>Agencia de Servicios Digitales de Vermont</translation>
    </message>
    <message>
        <source>State offices of Vermont</source>
        <translation>Oficinas estatales de Vermont</translation>
    </message>
    <message>
        <source>Products of Kaspersky, Huawei and ZTE</source>
        <translation>Productos de Kaspersky, Huawei y ZTE</translation>
    </message>
    <message>
        <source>Renewing contracts with these companies</source>
        <translation>Renovar contratos con estas empresas</translation>
    </message>
    <message>
        <source>The date; the article read has none</source>
        <translation>La fecha; el artículo leído no la indica</translation>
    </message>
    <message>
        <source>Whether the term is 60 to 90 days or simply 90</source>
        <translation>Si el plazo es de 60 a 90 días o simplemente de 90</translation>
    </message>
    <message>
        <source>The contractor rule becomes permanent</source>
        <translation>La norma para contratistas pasa a ser permanente</translation>
    </message>
    <message>
        <source>The temporary contractor rule of 2018 is made final. Its words stay the same.</source>
        <translation>La norma provisional de 2018 para contratistas se hace definitiva. Su texto no cambia.</translation>
    </message>
    <message>
        <source>Federal contractors</source>
        <translation>Contratistas federales</translation>
    </message>
    <message>
        <source>The same as the rule of 2018</source>
        <translation>Lo mismo que la norma de 2018</translation>
    </message>
    <message>
        <source>Germany warns against Kaspersky antivirus</source>
        <translation>Alemania advierte sobre el antivirus de Kaspersky</translation>
    </message>
    <message>
        <source>The BSI advises people and companies to replace Kaspersky virus protection. It is a warning and not a ban. Two courts declined to stop it in April 2022. Press reports of February 2026 say that it still stands.</source>
        <translation>La BSI aconseja a personas y empresas sustituir la protección antivirus de Kaspersky. Es una advertencia y no una prohibición. Dos tribunales se negaron a detenerla en abril de 2022. Según la prensa de febrero de 2026, sigue vigente.</translation>
    </message>
    <message>
        <source>BSI, Germany&apos;s cybersecurity office</source>
        <translation>BSI, oficina de ciberseguridad de Alemania</translation>
    </message>
    <message>
        <source>Everybody in Germany, above all companies with special security needs and vital services</source>
        <translation>Todos en Alemania, sobre todo empresas con necesidades especiales de seguridad y servicios esenciales</translation>
    </message>
    <message>
        <source>Nothing is forbidden</source>
        <translation>No se prohíbe nada</translation>
    </message>
    <message>
        <source>Italy orders a move away from Russian security products</source>
        <translation>Italia ordena abandonar los productos de seguridad rusos</translation>
    </message>
    <message>
        <source>Article 29 of a decree asks public offices to replace security products with ties to Russia soon. It names no company; a circular of April 2022 does.</source>
        <translation>El artículo 29 de un decreto pide a las oficinas públicas sustituir pronto los productos de seguridad vinculados a Rusia. No nombra ninguna empresa; una circular de abril de 2022 sí lo hace.</translation>
    </message>
    <message>
        <source>Government of Italy</source>
        <translation>Gobierno de Italia</translation>
    </message>
    <message>
        <source>Public offices in Italy</source>
        <translation>Oficinas públicas de Italia</translation>
    </message>
    <message>
        <source>Staying dependent on security products with ties to Russia, in listed categories</source>
        <translation>Seguir dependiendo de productos de seguridad vinculados a Rusia, en las categorías enumeradas</translation>
    </message>
    <message>
        <source>Private companies, which it does not mention</source>
        <translation>Empresas privadas, que no menciona</translation>
    </message>
    <message>
        <source>FCC lists Kaspersky as a security risk</source>
        <translation>La FCC incluye a Kaspersky como riesgo de seguridad</translation>
    </message>
    <message>
        <source>The FCC puts security products and services of AO Kaspersky Lab, and of firms tied to it, on its Covered List. Federal telecom subsidies may not pay for them.</source>
        <translation>La FCC incluye en su Covered List los productos y servicios de seguridad de AO Kaspersky Lab y de empresas vinculadas. Las ayudas federales a las telecomunicaciones no pueden pagarlos.</translation>
    </message>
    <message>
        <source>FCC Public Safety and Homeland Security Bureau</source>
        <translation>Oficina de Seguridad Pública y Seguridad Nacional de la FCC</translation>
    </message>
    <message>
        <source>Companies that get Universal Service Fund money</source>
        <translation>Empresas que reciben dinero del Fondo de Servicio Universal</translation>
    </message>
    <message>
        <source>Paying for listed items with Universal Service Fund money</source>
        <translation>Pagar productos de la lista con dinero del Fondo de Servicio Universal</translation>
    </message>
    <message>
        <source>Buying with one&apos;s own money</source>
        <translation>Comprar con dinero propio</translation>
    </message>
    <message>
        <source>47 CFR 1.50000 as the place of the rule</source>
        <translation>47 CFR 1.50000 como lugar de la norma</translation>
    </message>
    <message>
        <source>U.K. widens its advice on Russian technology</source>
        <translation>El Reino Unido amplía su consejo sobre tecnología rusa</translation>
    </message>
    <message>
        <source>After the attack on Ukraine, more bodies are asked to think again about Russian products, Kaspersky antivirus among them. The advice is for public bodies, suppliers of vital services and others who may become targets.</source>
        <translation>Tras el ataque a Ucrania, se pide a más organismos que se replanteen los productos rusos, entre ellos el antivirus de Kaspersky. El consejo es para organismos públicos, proveedores de servicios esenciales y otros que puedan convertirse en objetivo.</translation>
    </message>
    <message>
        <source>Public bodies</source>
        <translation>Organismos públicos</translation>
    </message>
    <message>
        <source>Suppliers of vital services</source>
        <translation>Proveedores de servicios esenciales</translation>
    </message>
    <message>
        <source>Organizations at high risk</source>
        <translation>Organizaciones de alto riesgo</translation>
    </message>
    <message>
        <source>Private persons</source>
        <translation>Particulares</translation>
    </message>
    <message>
        <source>The day in March 2022</source>
        <translation>El día de marzo de 2022</translation>
    </message>
    <message>
        <source>Poland puts Kaspersky on its first sanctions list</source>
        <translation>Polonia incluye a Kaspersky en su primera lista de sanciones</translation>
    </message>
    <message>
        <source>The assets of the Russian company are frozen, and nobody may pay it. Eugene Kaspersky is listed too. The Polish unit and two sellers are shut out of public purchasing only. Existing customers are not mentioned.</source>
        <translation>Se congelan los activos de la empresa rusa y nadie puede pagarle. También figura Eugene Kaspersky. La filial polaca y dos vendedores solo quedan excluidos de la contratación pública. No se menciona a los clientes existentes.</translation>
    </message>
    <message>
        <source>Ministry of the Interior (Poland)</source>
        <translation>Ministerio del Interior (Polonia)</translation>
    </message>
    <message>
        <source>AO Kaspersky Lab</source>
        <translation>AO Kaspersky Lab</translation>
    </message>
    <message>
        <source>Eugene Kaspersky</source>
        <translation>Eugene Kaspersky</translation>
    </message>
    <message>
        <source>Kaspersky Lab Polska</source>
        <translation>Kaspersky Lab Polska</translation>
    </message>
    <message>
        <source>K Dystrybucja</source>
        <translation>K Dystrybucja</translation>
    </message>
    <message>
        <source>Kaspersky Store</source>
        <translation>Kaspersky Store</translation>
    </message>
    <message>
        <source>Giving money to AO Kaspersky Lab</source>
        <translation>Dar dinero a AO Kaspersky Lab</translation>
    </message>
    <message>
        <source>Taking part in public purchasing</source>
        <translation>Participar en la contratación pública</translation>
    </message>
    <message>
        <source>Use by existing customers, which it does not mention</source>
        <translation>El uso por clientes existentes, que no menciona</translation>
    </message>
    <message>
        <source>The act of April 13, 2022, as the legal basis</source>
        <translation>La ley del 13 de abril de 2022, como base jurídica</translation>
    </message>
    <message>
        <source>Italy names Kaspersky among the products to replace</source>
        <translation>Italia nombra a Kaspersky entre los productos que hay que sustituir</translation>
    </message>
    <message>
        <source>The circular that puts the decree into practice names three makers: Kaspersky, Group-IB and Positive Technologies. Public offices replace their security products, whoever sold them, and only once a substitute works.</source>
        <translation>La circular que aplica el decreto nombra tres fabricantes: Kaspersky, Group-IB y Positive Technologies. Las oficinas públicas sustituyen sus productos de seguridad, los haya vendido quien los haya vendido, y solo cuando un sustituto funciona.</translation>
    </message>
    <message>
        <source>ACN, Italy&apos;s cybersecurity agency</source>
        <translation>ACN, agencia de ciberseguridad de Italia</translation>
    </message>
    <message>
        <source>Antivirus, endpoint protection and similar products of the three makers</source>
        <translation>Antivirus, protección de equipos y productos similares de los tres fabricantes</translation>
    </message>
    <message>
        <source>Five countries propose a ban in the whole EU</source>
        <translation>Cinco países proponen una prohibición en toda la UE</translation>
    </message>
    <message>
        <source>Five governments suggest that the EU should forbid Kaspersky everywhere. We found nothing that says the idea was adopted.</source>
        <translation>Cinco Gobiernos proponen que la UE prohíba Kaspersky en todas partes. No encontramos nada que diga que la idea se adoptó.</translation>
    </message>
    <message>
        <source>Poland, Ireland, Lithuania, Latvia and Estonia</source>
        <translation>Polonia, Irlanda, Lituania, Letonia y Estonia</translation>
    </message>
    <message>
        <source>The EU, as a proposal</source>
        <translation>La UE, como propuesta</translation>
    </message>
    <message>
        <source>No adoption was found</source>
        <translation>No se encontró que se adoptara</translation>
    </message>
    <message>
        <source>Maryland bans Kaspersky from state systems</source>
        <translation>Maryland prohíbe Kaspersky en los sistemas estatales</translation>
    </message>
    <message>
        <source>State agencies have to remove and block a list of Chinese and Russian products, Kaspersky included. The text was revised on December 13, 2024. It also reaches private devices that are used for state work.</source>
        <translation>Los organismos estatales deben quitar y bloquear una lista de productos chinos y rusos, incluido Kaspersky. El texto se revisó el 13 de diciembre de 2024. También alcanza a los dispositivos privados que se usan para el trabajo estatal.</translation>
    </message>
    <message>
        <source>Maryland Office of Security Management</source>
        <translation>Oficina de Gestión de la Seguridad de Maryland</translation>
    </message>
    <message>
        <source>Executive branch of Maryland</source>
        <translation>Poder ejecutivo de Maryland</translation>
    </message>
    <message>
        <source>Private devices used for state work</source>
        <translation>Dispositivos privados usados para el trabajo estatal</translation>
    </message>
    <message>
        <source>Installing or using listed products</source>
        <translation>Instalar o usar productos de la lista</translation>
    </message>
    <message>
        <source>Approved exceptions</source>
        <translation>Excepciones aprobadas</translation>
    </message>
    <message>
        <source>Romania bans Russian antivirus from public offices</source>
        <translation>Rumanía prohíbe los antivirus rusos en las oficinas públicas</translation>
    </message>
    <message>
        <source>Public bodies may neither buy nor use antivirus that comes from Russia, directly or not. The law names no maker. A draft order of January 31, 2023, names Kaspersky and others and allows 60 days for removal.</source>
        <translation>Los organismos públicos no pueden comprar ni usar antivirus que procedan de Rusia, directa o indirectamente. La ley no nombra ningún fabricante. Un proyecto de orden del 31 de enero de 2023 nombra a Kaspersky y a otros y da 60 días para quitarlos.</translation>
    </message>
    <message>
        <source>Parliament and President of Romania</source>
        <translation>Parlamento y presidente de Rumanía</translation>
    </message>
    <message>
        <source>National and local public bodies in Romania</source>
        <translation>Organismos públicos nacionales y locales de Rumanía</translation>
    </message>
    <message>
        <source>Buying and using antivirus from Russia</source>
        <translation>Comprar y usar antivirus de Rusia</translation>
    </message>
    <message>
        <source>The time after the war: the law is temporary</source>
        <translation>El tiempo después de la guerra: la ley es temporal</translation>
    </message>
    <message>
        <source>New Jersey bars Kaspersky from state devices</source>
        <translation>Nueva Jersey excluye a Kaspersky de los dispositivos estatales</translation>
    </message>
    <message>
        <source>Along with TikTok, the state bars software of several makers from its devices, Kaspersky among them. The report we read is of January 10, 2023.</source>
        <translation>Además de TikTok, el estado excluye de sus dispositivos el software de varios fabricantes, entre ellos Kaspersky. El informe que leímos es del 10 de enero de 2023.</translation>
    </message>
    <message>
        <source>State of New Jersey</source>
        <translation>Estado de Nueva Jersey</translation>
    </message>
    <message>
        <source>Devices of the New Jersey executive branch</source>
        <translation>Dispositivos del poder ejecutivo de Nueva Jersey</translation>
    </message>
    <message>
        <source>Products on the list</source>
        <translation>Productos de la lista</translation>
    </message>
    <message>
        <source>The exact day</source>
        <translation>El día exacto</translation>
    </message>
    <message>
        <source>The legal form, said to be a circular of the Governor and the state&apos;s cybersecurity cell</source>
        <translation>La forma jurídica; se dice que es una circular del gobernador y de la unidad de ciberseguridad del estado</translation>
    </message>
    <message>
        <source>Oregon bars Kaspersky from state technology</source>
        <translation>Oregón excluye a Kaspersky de la tecnología estatal</translation>
    </message>
    <message>
        <source>House Bill 3127 names Kaspersky Lab. Its products may not be on state equipment and have to be removed. The rule also holds for two state offices with their own systems and for contractor equipment that works to a large part for the state.</source>
        <translation>La ley House Bill 3127 nombra a Kaspersky Lab. Sus productos no pueden estar en equipos estatales y deben quitarse. La norma también vale para dos oficinas estatales con sistemas propios y para los equipos de contratistas que trabajan en gran parte para el estado.</translation>
    </message>
    <message>
        <source>Oregon Legislative Assembly</source>
        <translation>Asamblea Legislativa de Oregón</translation>
    </message>
    <message>
        <source>Oregon state agencies</source>
        <translation>Organismos estatales de Oregón</translation>
    </message>
    <message>
        <source>The Secretary of State and the State Treasurer</source>
        <translation>La Secretaría de Estado y la Tesorería del estado</translation>
    </message>
    <message>
        <source>Contractor equipment used to a large part for state contracts</source>
        <translation>Equipos de contratistas usados en gran parte para contratos estatales</translation>
    </message>
    <message>
        <source>Installing, downloading, using or opening listed products on state equipment</source>
        <translation>Instalar, descargar, usar o abrir productos de la lista en equipos estatales</translation>
    </message>
    <message>
        <source>Investigations, oversight and law enforcement, with safeguards</source>
        <translation>Investigaciones, supervisión y aplicación de la ley, con salvaguardias</translation>
    </message>
    <message>
        <source>Whether HB 3684 of 2025, which allows waivers, became law</source>
        <translation>Si la HB 3684 de 2025, que permite exenciones, llegó a ser ley</translation>
    </message>
    <message>
        <source>Canada removes Kaspersky from official phones</source>
        <translation>Canadá quita Kaspersky de los teléfonos oficiales</translation>
    </message>
    <message>
        <source>Kaspersky apps and WeChat leave phones and tablets issued by the government, and new installs are blocked. Nothing points to a break-in. What people do on their own devices is up to them.</source>
        <translation>Las aplicaciones de Kaspersky y WeChat se retiran de los teléfonos y tabletas entregados por el Gobierno, y se bloquean nuevas instalaciones. Nada apunta a una intrusión. Lo que la gente haga en sus propios dispositivos es cosa suya.</translation>
    </message>
    <message>
        <source>Treasury Board of Canada</source>
        <translation>Secretaría del Consejo del Tesoro de Canadá</translation>
    </message>
    <message>
        <source>Mobile devices issued by the government of Canada</source>
        <translation>Dispositivos móviles entregados por el Gobierno de Canadá</translation>
    </message>
    <message>
        <source>Kaspersky apps and WeChat</source>
        <translation>Aplicaciones de Kaspersky y WeChat</translation>
    </message>
    <message>
        <source>Private devices and private persons</source>
        <translation>Dispositivos privados y particulares</translation>
    </message>
    <message>
        <source>Contractors get three business days to report</source>
        <translation>Los contratistas tienen tres días hábiles para informar</translation>
    </message>
    <message>
        <source>Contractors who come across Kaspersky items now have three business days for the first report, up from one. The definitions also get clearer names.</source>
        <translation>Los contratistas que encuentren productos de Kaspersky tienen ahora tres días hábiles para el primer aviso, en lugar de uno. Las definiciones reciben además nombres más claros.</translation>
    </message>
    <message>
        <source>FAR Council</source>
        <translation>Consejo FAR</translation>
    </message>
    <message>
        <source>Kaspersky rejects the U.S. decision</source>
        <translation>Kaspersky rechaza la decisión de EE. UU.</translation>
    </message>
    <message>
        <source>Kaspersky calls the decision political and theoretical and says that it had offered outside checks. It points out that threat intelligence and training stay allowed. It announced legal steps; we found no court case that followed.</source>
        <translation>Kaspersky califica la decisión de política y teórica y dice que había ofrecido controles externos. Señala que la inteligencia sobre amenazas y la formación siguen permitidas. Anunció acciones legales; no encontramos ningún caso judicial posterior.</translation>
    </message>
    <message>
        <source>Kaspersky</source>
        <translation>Kaspersky</translation>
    </message>
    <message>
        <source>Customers and partners in the United States</source>
        <translation>Clientes y socios en Estados Unidos</translation>
    </message>
    <message>
        <source>Whether a case was ever filed</source>
        <translation>Si alguna vez se presentó una demanda</translation>
    </message>
    <message>
        <source>U.S. announces the Kaspersky ban</source>
        <translation>EE. UU. anuncia la prohibición de Kaspersky</translation>
    </message>
    <message>
        <source>Commerce decides that the Kaspersky group may no longer provide cybersecurity or antivirus products to anybody in the United States or to U.S. persons. Two dates follow: July 20 and September 29, 2024. Keeping an installed copy is not an offense, but it is at the user&apos;s own risk, and Commerce urges people to switch.</source>
        <translation>El Departamento de Comercio decide que el grupo Kaspersky ya no puede suministrar productos de ciberseguridad o antivirus a nadie en Estados Unidos ni a personas de EE. UU. Siguen dos fechas: el 20 de julio y el 29 de septiembre de 2024. Conservar una copia instalada no es una infracción, pero es por cuenta y riesgo propios, y Comercio insta a cambiar.</translation>
    </message>
    <message>
        <source>U.S. Department of Commerce (BIS)</source>
        <translation>Departamento de Comercio de EE. UU. (BIS)</translation>
    </message>
    <message>
        <source>Kaspersky Lab, Inc., with its affiliates, subsidiaries, parents, successors and assignees</source>
        <translation>Kaspersky Lab, Inc., con sus empresas asociadas, filiales, matrices, sucesoras y cesionarias</translation>
    </message>
    <message>
        <source>Business in the country, or with U.S. persons anywhere</source>
        <translation>Negocios en el país, o con personas de EE. UU. en cualquier lugar</translation>
    </message>
    <message>
        <source>Business that involves Kaspersky cybersecurity products or services</source>
        <translation>Negocios que incluyan productos o servicios de ciberseguridad de Kaspersky</translation>
    </message>
    <message>
        <source>Business that involves Kaspersky antivirus software</source>
        <translation>Negocios que incluyan software antivirus de Kaspersky</translation>
    </message>
    <message>
        <source>Building Kaspersky software into other companies&apos; products</source>
        <translation>Integrar software de Kaspersky en productos de otras empresas</translation>
    </message>
    <message>
        <source>Kaspersky threat intelligence</source>
        <translation>Inteligencia sobre amenazas de Kaspersky</translation>
    </message>
    <message>
        <source>Kaspersky security training</source>
        <translation>Formación en seguridad de Kaspersky</translation>
    </message>
    <message>
        <source>Advice that only informs or educates</source>
        <translation>Asesoramiento que solo informa o educa</translation>
    </message>
    <message>
        <source>How the text defines a U.S. person; law firms include citizens and residents abroad</source>
        <translation>Cómo define el texto a una persona de EE. UU.; los bufetes incluyen a ciudadanos y residentes en el extranjero</translation>
    </message>
    <message>
        <source>The highest possible fine</source>
        <translation>La multa máxima posible</translation>
    </message>
    <message>
        <source>The wording of Commerce&apos;s page of questions and answers</source>
        <translation>El texto de la página de preguntas y respuestas de Comercio</translation>
    </message>
    <message>
        <source>U.S. sanctions twelve Kaspersky managers</source>
        <translation>EE. UU. sanciona a doce directivos de Kaspersky</translation>
    </message>
    <message>
        <source>Treasury lists twelve leading people for their work in Russia&apos;s technology sector. The company, its parent and subsidiaries, and its head Eugene Kaspersky are not on the list.</source>
        <translation>El Tesoro incluye en su lista a doce directivos por su trabajo en el sector tecnológico de Rusia. La empresa, su matriz, sus filiales y su director Eugene Kaspersky no están en la lista.</translation>
    </message>
    <message>
        <source>U.S. Treasury (OFAC)</source>
        <translation>Tesoro de EE. UU. (OFAC)</translation>
    </message>
    <message>
        <source>Twelve named people</source>
        <translation>Doce personas nombradas</translation>
    </message>
    <message>
        <source>Companies they own by majority</source>
        <translation>Empresas de las que poseen la mayoría</translation>
    </message>
    <message>
        <source>Dealings of U.S. persons with these people</source>
        <translation>Tratos de personas de EE. UU. con estas personas</translation>
    </message>
    <message>
        <source>AO Kaspersky Lab, its parent and its subsidiaries</source>
        <translation>AO Kaspersky Lab, su matriz y sus filiales</translation>
    </message>
    <message>
        <source>Three Kaspersky companies go on the Entity List</source>
        <translation>Tres empresas de Kaspersky entran en la Entity List</translation>
    </message>
    <message>
        <source>Two Russian companies and one British company of the group are listed. Whoever wants to send them goods or technology under U.S. export rules needs a license, which is normally refused.</source>
        <translation>Figuran dos empresas rusas y una británica del grupo. Quien quiera enviarles bienes o tecnología sujetos a las normas de exportación de EE. UU. necesita una licencia, que normalmente se deniega.</translation>
    </message>
    <message>
        <source>Exporters of goods and technology under U.S. export rules</source>
        <translation>Exportadores de bienes y tecnología sujetos a las normas de exportación de EE. UU.</translation>
    </message>
    <message>
        <source>Sending such items to the three companies without a license</source>
        <translation>Enviar esos productos a las tres empresas sin licencia</translation>
    </message>
    <message>
        <source>The U.S. decision appears in the Federal Register</source>
        <translation>La decisión de EE. UU. aparece en el Federal Register</translation>
    </message>
    <message>
        <source>The official text stands on pages 52434 to 52437. We could read its beginning, part of the reasoning, and the main points as reports quote them. Neither appendix could be read. One of them lists products, as examples only.</source>
        <translation>El texto oficial está en las páginas 52434 a 52437. Pudimos leer su comienzo, parte de los motivos y los puntos principales tal como los citan los informes. No se pudo leer ninguno de los anexos. Uno de ellos enumera productos, solo como ejemplos.</translation>
    </message>
    <message>
        <source>The same as the announcement</source>
        <translation>Lo mismo que el anuncio</translation>
    </message>
    <message>
        <source>The operative paragraphs in their own words</source>
        <translation>Los párrafos dispositivos en sus propias palabras</translation>
    </message>
    <message>
        <source>Appendix A, on Kaspersky&apos;s offers</source>
        <translation>El anexo A, sobre la oferta de Kaspersky</translation>
    </message>
    <message>
        <source>The entries of Appendix B, the list of products</source>
        <translation>Las entradas del anexo B, la lista de productos</translation>
    </message>
    <message>
        <source>Kaspersky announces its exit from the United States</source>
        <translation>Kaspersky anuncia su salida de Estados Unidos</translation>
    </message>
    <message>
        <source>The company plans to close its U.S. business step by step from July 20, 2024, which may last more than a year. Fewer than 50 jobs go. Its U.S. website no longer sells anything.</source>
        <translation>La empresa prevé cerrar su negocio en EE. UU. por etapas desde el 20 de julio de 2024, lo que puede durar más de un año. Se pierden menos de 50 empleos. Su sitio web de EE. UU. ya no vende nada.</translation>
    </message>
    <message>
        <source>Kaspersky&apos;s U.S. business</source>
        <translation>El negocio de Kaspersky en EE. UU.</translation>
    </message>
    <message>
        <source>U.S. users get six months for free</source>
        <translation>Los usuarios de EE. UU. reciben seis meses gratis</translation>
    </message>
    <message>
        <source>In a farewell letter, Kaspersky gives U.S. users six free months of several home products, up to about January 2025. The letter also says that updates stop on September 29, 2024.</source>
        <translation>En una carta de despedida, Kaspersky da a los usuarios de EE. UU. seis meses gratis de varios productos domésticos, hasta alrededor de enero de 2025. La carta también dice que las actualizaciones se detienen el 29 de septiembre de 2024.</translation>
    </message>
    <message>
        <source>Home users in the United States</source>
        <translation>Usuarios domésticos en Estados Unidos</translation>
    </message>
    <message>
        <source>The day in July 2024</source>
        <translation>El día de julio de 2024</translation>
    </message>
    <message>
        <source>The rules behind the ban get a new number</source>
        <translation>Las normas en que se basa la prohibición cambian de número</translation>
    </message>
    <message>
        <source>The supply-chain rules move from part 7 to part 791. Their content stays. What was issued under section 7.109 is now found under 791.109.</source>
        <translation>Las normas sobre la cadena de suministro pasan de la parte 7 a la parte 791. Su contenido no cambia. Lo que se dictó según la sección 7.109 se encuentra ahora en la 791.109.</translation>
    </message>
    <message>
        <source>How the rules are cited</source>
        <translation>Cómo se citan las normas</translation>
    </message>
    <message>
        <source>U.S.: sales end</source>
        <translation>EE. UU.: terminan las ventas</translation>
    </message>
    <message>
        <source>From this day Kaspersky may not conclude new agreements on covered products with U.S. persons. Customers who already have one keep getting updates until September 29, 2024. Whether a renewal counts as new was not read; we treat it as covered.</source>
        <translation>Desde este día Kaspersky no puede celebrar contratos nuevos sobre los productos incluidos con personas de EE. UU. Los clientes que ya tienen uno siguen recibiendo actualizaciones hasta el 29 de septiembre de 2024. No se leyó si una renovación cuenta como nueva; la tratamos como incluida.</translation>
    </message>
    <message>
        <source>The Kaspersky group and U.S. persons</source>
        <translation>El grupo Kaspersky y personas de EE. UU.</translation>
    </message>
    <message>
        <source>New agreements with U.S. persons on covered products, services or integration</source>
        <translation>Contratos nuevos con personas de EE. UU. sobre productos, servicios o integraciones incluidos</translation>
    </message>
    <message>
        <source>Threat intelligence, training, and advice that only informs</source>
        <translation>Inteligencia sobre amenazas, formación y asesoramiento que solo informa</translation>
    </message>
    <message>
        <source>Whether the notice says EDT or EST; midnight was read</source>
        <translation>Si el aviso dice EDT o EST; se leyó medianoche</translation>
    </message>
    <message>
        <source>Whether renewing a subscription is a new agreement</source>
        <translation>Si renovar una suscripción es un contrato nuevo</translation>
    </message>
    <message>
        <source>FCC lists Kaspersky software inside other equipment</source>
        <translation>La FCC incluye el software de Kaspersky dentro de otros equipos</translation>
    </message>
    <message>
        <source>A second entry covers security software of the U.S. company and equipment with that software built in. Such equipment gets no FCC approval. In a copy as of March 23, 2026, both entries still stood.</source>
        <translation>Una segunda entrada abarca el software de seguridad de la empresa de EE. UU. y los equipos que lo llevan integrado. Esos equipos no reciben la aprobación de la FCC. En una copia del 23 de marzo de 2026 ambas entradas seguían ahí.</translation>
    </message>
    <message>
        <source>FCC</source>
        <translation>FCC</translation>
    </message>
    <message>
        <source>Makers of equipment that needs FCC approval</source>
        <translation>Fabricantes de equipos que necesitan la aprobación de la FCC</translation>
    </message>
    <message>
        <source>FCC approval for equipment with Kaspersky software inside</source>
        <translation>La aprobación de la FCC para equipos con software de Kaspersky</translation>
    </message>
    <message>
        <source>The day it was made public, said to be September 3, 2024</source>
        <translation>El día en que se hizo público; se dice que fue el 3 de septiembre de 2024</translation>
    </message>
    <message>
        <source>U.S. customers learn they will move to UltraAV</source>
        <translation>Los clientes de EE. UU. se enteran de que pasarán a UltraAV</translation>
    </message>
    <message>
        <source>Around September 5, 2024, e-mails name UltraAV by Pango as the successor and promise a message about activation. They do not mention that the switch will happen by itself. About one million customers are concerned.</source>
        <translation>Alrededor del 5 de septiembre de 2024, unos correos nombran a UltraAV, de Pango, como sucesor y prometen un mensaje sobre la activación. No mencionan que el cambio ocurrirá por sí solo. Afecta a cerca de un millón de clientes.</translation>
    </message>
    <message>
        <source>Kaspersky and Pango Group (now Point Wild)</source>
        <translation>Kaspersky y Pango Group (ahora Point Wild)</translation>
    </message>
    <message>
        <source>U.S. customers of Kaspersky&apos;s home products</source>
        <translation>Clientes de EE. UU. de los productos domésticos de Kaspersky</translation>
    </message>
    <message>
        <source>Kaspersky replaces itself with UltraAV</source>
        <translation>Kaspersky se sustituye a sí mismo por UltraAV</translation>
    </message>
    <message>
        <source>Between September 17 and 19, 2024, an update takes Kaspersky off Windows PCs and puts UltraAV in its place without asking. Some PCs also get UltraVPN, it seems those with a Kaspersky VPN. Many people complained. UltraAV comes back after a restart unless its own uninstaller is used.</source>
        <translation>Entre el 17 y el 19 de septiembre de 2024, una actualización quita Kaspersky de los equipos con Windows y pone UltraAV en su lugar sin preguntar. Algunos equipos reciben también UltraVPN, al parecer los que tenían una VPN de Kaspersky. Muchas personas se quejaron. UltraAV vuelve tras un reinicio si no se usa su propio desinstalador.</translation>
    </message>
    <message>
        <source>U.S. customers on Windows</source>
        <translation>Clientes de EE. UU. con Windows</translation>
    </message>
    <message>
        <source>Mac, Android and iPhone, where people had to install it themselves</source>
        <translation>Mac, Android y iPhone, donde había que instalarlo uno mismo</translation>
    </message>
    <message>
        <source>The first day: reports say September 17 or September 19</source>
        <translation>El primer día: los informes dicen 17 o 19 de septiembre</translation>
    </message>
    <message>
        <source>The names UltraAV and UltraVPN use inside Windows</source>
        <translation>Los nombres que UltraAV y UltraVPN usan dentro de Windows</translation>
    </message>
    <message>
        <source>Google takes Kaspersky apps out of its store</source>
        <translation>Google retira las aplicaciones de Kaspersky de su tienda</translation>
    </message>
    <message>
        <source>From about September 27, 2024, Kaspersky apps are gone from Google Play in every country, and Google points to the U.S. rules. Outside the United States, installed apps still get virus databases, but Play no longer updates them. Kaspersky confirmed this by October 8.</source>
        <translation>Desde alrededor del 27 de septiembre de 2024, las aplicaciones de Kaspersky desaparecen de Google Play en todos los países, y Google remite a las normas de EE. UU. Fuera de Estados Unidos las aplicaciones instaladas siguen recibiendo bases de datos de virus, pero Play ya no las actualiza. Kaspersky lo confirmó a más tardar el 8 de octubre.</translation>
    </message>
    <message>
        <source>Google</source>
        <translation>Google</translation>
    </message>
    <message>
        <source>Android users in all countries</source>
        <translation>Usuarios de Android de todos los países</translation>
    </message>
    <message>
        <source>Galaxy Store, AppGallery, GetApps and direct downloads</source>
        <translation>Galaxy Store, AppGallery, GetApps y descargas directas</translation>
    </message>
    <message>
        <source>U.S.: updates end</source>
        <translation>EE. UU.: terminan las actualizaciones</translation>
    </message>
    <message>
        <source>Since the first minute of this day, Kaspersky may not send virus definitions or program updates to the United States or to U.S. persons, nor run its cloud service KSN for them. Resale and building it into other products are banned too. A copy that is already installed still runs, and keeping it is not an offense.</source>
        <translation>Desde el primer minuto de este día, Kaspersky no puede enviar definiciones de virus ni actualizaciones de programas a Estados Unidos o a personas de EE. UU., ni mantener para ellos su servicio en la nube KSN. También se prohíben la reventa y la integración en otros productos. Una copia ya instalada sigue funcionando, y conservarla no es una infracción.</translation>
    </message>
    <message>
        <source>The Kaspersky group, with successors and assignees</source>
        <translation>El grupo Kaspersky, con sus sucesoras y cesionarias</translation>
    </message>
    <message>
        <source>Resellers and integrators who deal with U.S. persons</source>
        <translation>Revendedores e integradores que tratan con personas de EE. UU.</translation>
    </message>
    <message>
        <source>Updates of virus definitions</source>
        <translation>Actualizaciones de las definiciones de virus</translation>
    </message>
    <message>
        <source>Updates of the programs</source>
        <translation>Actualizaciones de los programas</translation>
    </message>
    <message>
        <source>Running Kaspersky Security Network for the United States or U.S. persons</source>
        <translation>Mantener Kaspersky Security Network para Estados Unidos o personas de EE. UU.</translation>
    </message>
    <message>
        <source>Resale</source>
        <translation>La reventa</translation>
    </message>
    <message>
        <source>Building it into other products</source>
        <translation>Integrarlo en otros productos</translation>
    </message>
    <message>
        <source>Licenses for resale or integration</source>
        <translation>Licencias de reventa o integración</translation>
    </message>
    <message>
        <source>Threat intelligence</source>
        <translation>Inteligencia sobre amenazas</translation>
    </message>
    <message>
        <source>Security training</source>
        <translation>Formación en seguridad</translation>
    </message>
    <message>
        <source>Continued use by people and companies, without penalty</source>
        <translation>El uso continuado por personas y empresas, sin sanción</translation>
    </message>
    <message>
        <source>EDT or EST: the press release says EDT; EST would be one hour later</source>
        <translation>EDT o EST: la nota de prensa dice EDT; EST sería una hora más tarde</translation>
    </message>
    <message>
        <source>Kaspersky closes its office in the United Kingdom</source>
        <translation>Kaspersky cierra su oficina en el Reino Unido</translation>
    </message>
    <message>
        <source>Fewer than 50 people worked there. Partners take over the business, and British customers keep their service. No government ordered this.</source>
        <translation>Trabajaban allí menos de 50 personas. Los socios se hacen cargo del negocio y los clientes británicos conservan su servicio. Ningún Gobierno lo ordenó.</translation>
    </message>
    <message>
        <source>The U.K. office</source>
        <translation>La oficina del Reino Unido</translation>
    </message>
    <message>
        <source>Customers in the United Kingdom</source>
        <translation>Clientes del Reino Unido</translation>
    </message>
    <message>
        <source>Study: Kaspersky is still common in the United States</source>
        <translation>Estudio: Kaspersky sigue siendo frecuente en Estados Unidos</translation>
    </message>
    <message>
        <source>Bitsight sees U.S. use down by about 58 percent since the ban. Some 40 percent of the government users it had observed, 19 bodies, still show it. In Germany, where there was only a warning, use fell by 69 percent.</source>
        <translation>Bitsight ve que el uso en EE. UU. bajó cerca de un 58 por ciento desde la prohibición. Un 40 por ciento de los usuarios públicos que había observado, 19 organismos, todavía lo muestran. En Alemania, donde solo hubo una advertencia, el uso cayó un 69 por ciento.</translation>
    </message>
    <message>
        <source>Bitsight</source>
        <translation>Bitsight</translation>
    </message>
    <message>
        <source>Networks that Bitsight observes</source>
        <translation>Redes que observa Bitsight</translation>
    </message>
    <message>
        <source>The day of publication</source>
        <translation>El día de publicación</translation>
    </message>
    <message>
        <source>Final rules of procedure take effect</source>
        <translation>Entran en vigor las normas definitivas de procedimiento</translation>
    </message>
    <message>
        <source>The procedure for such bans is finished and shortened. Decisions have to be written and unclassified, and must say when and how business stops. A copy of the rules as of April 5, 2026, still shows them as part 791.</source>
        <translation>El procedimiento de estas prohibiciones queda terminado y abreviado. Las decisiones deben ser escritas y no secretas, y decir cuándo y cómo se detiene el negocio. Una copia de las normas del 5 de abril de 2026 todavía las muestra como parte 791.</translation>
    </message>
    <message>
        <source>Later cases under the same rules</source>
        <translation>Casos posteriores según las mismas normas</translation>
    </message>
    <message>
        <source>The first page, 96872, concluded from a page mark</source>
        <translation>La primera página, 96872, deducida de una marca de página</translation>
    </message>
    <message>
        <source>Whether it changes anything for earlier decisions</source>
        <translation>Si cambia algo para las decisiones anteriores</translation>
    </message>
    <message>
        <source>Australia bans Kaspersky from government systems</source>
        <translation>Australia prohíbe Kaspersky en los sistemas públicos</translation>
    </message>
    <message>
        <source>Federal bodies have to find and remove the products and web services of Kaspersky Lab, Inc., block new installs, and report when they are done. The deadline is April 1, 2025.</source>
        <translation>Los organismos federales deben encontrar y quitar los productos y servicios web de Kaspersky Lab, Inc., bloquear nuevas instalaciones e informar cuando hayan terminado. El plazo es el 1 de abril de 2025.</translation>
    </message>
    <message>
        <source>Department of Home Affairs (Australia)</source>
        <translation>Departamento del Interior (Australia)</translation>
    </message>
    <message>
        <source>Non-corporate Commonwealth entities</source>
        <translation>Entidades no corporativas de la Commonwealth</translation>
    </message>
    <message>
        <source>Kaspersky products and web services on any government device</source>
        <translation>Productos y servicios web de Kaspersky en cualquier dispositivo público</translation>
    </message>
    <message>
        <source>Limited exceptions for national security, law enforcement and oversight</source>
        <translation>Excepciones limitadas para seguridad nacional, aplicación de la ley y supervisión</translation>
    </message>
    <message>
        <source>Kaspersky code inside other software, by one report</source>
        <translation>Código de Kaspersky dentro de otro software, según un informe</translation>
    </message>
    <message>
        <source>Private companies</source>
        <translation>Empresas privadas</translation>
    </message>
    <message>
        <source>Australia&apos;s removal deadline</source>
        <translation>Plazo de retirada de Australia</translation>
    </message>
    <message>
        <source>By this day, Australian federal bodies must have removed Kaspersky and reported it.</source>
        <translation>Para este día, los organismos federales australianos deben haber quitado Kaspersky y haber informado de ello.</translation>
    </message>
    <message>
        <source>Any copy that is left</source>
        <translation>Cualquier copia que quede</translation>
    </message>
    <message>
        <source>The same as the direction</source>
        <translation>Lo mismo que la orden</translation>
    </message>
    <message>
        <source>Rewritten contract rules keep the Kaspersky ban</source>
        <translation>Las normas de contratación reescritas mantienen la prohibición de Kaspersky</translation>
    </message>
    <message>
        <source>The new federal contract rules collect supply-chain bans in one clause, 52.240-91. By one sample, a single report within 72 hours replaces several. Older contracts stay with 52.204-23 until they change. The ban also still stood in FAR 4.2002 on April 5, 2026.</source>
        <translation>Las nuevas normas federales de contratación reúnen las prohibiciones de la cadena de suministro en una cláusula, la 52.240-91. Según una muestra, un único aviso en 72 horas sustituye a varios. Los contratos anteriores siguen con la 52.204-23 hasta que cambien. La prohibición también seguía en FAR 4.2002 el 5 de abril de 2026.</translation>
    </message>
    <message>
        <source>Federal contractors under the rewritten rules</source>
        <translation>Contratistas federales según las normas reescritas</translation>
    </message>
    <message>
        <source>The same as section 1634</source>
        <translation>Lo mismo que la sección 1634</translation>
    </message>
    <message>
        <source>When each agency took it over; one sample is of November 2025</source>
        <translation>Cuándo la adoptó cada organismo; una muestra es de noviembre de 2025</translation>
    </message>
    <message>
        <source>The clause&apos;s own words on Kaspersky</source>
        <translation>Las palabras propias de la cláusula sobre Kaspersky</translation>
    </message>
    <message>
        <source>Kaspersky asks Germany to withdraw the warning</source>
        <translation>Kaspersky pide a Alemania que retire la advertencia</translation>
    </message>
    <message>
        <source>Kaspersky sets the BSI a deadline of January 29, 2026. Reports of February 2026 say the warning stays. German sales are said to be down by about 80 percent. The company denies that it threatened to sue for damages.</source>
        <translation>Kaspersky da a la BSI un plazo hasta el 29 de enero de 2026. Informes de febrero de 2026 dicen que la advertencia sigue. Se dice que las ventas en Alemania han bajado cerca de un 80 por ciento. La empresa niega haber amenazado con demandar por daños.</translation>
    </message>
    <message>
        <source>Kaspersky Labs GmbH and BSI</source>
        <translation>Kaspersky Labs GmbH y la BSI</translation>
    </message>
    <message>
        <source>The BSI warning of 2022</source>
        <translation>La advertencia de la BSI de 2022</translation>
    </message>
    <message>
        <source>One Kaspersky manager is said to be off the sanctions list</source>
        <translation>Se dice que un directivo de Kaspersky ya no está en la lista de sanciones</translation>
    </message>
    <message>
        <source>An article of February 24, 2026, says that one person was recently removed. It gives neither the name nor the day. Nothing we read changes or ends the Commerce decision.</source>
        <translation>Un artículo del 24 de febrero de 2026 dice que hace poco se retiró a una persona. No da ni el nombre ni el día. Nada de lo que leímos cambia ni termina la decisión de Comercio.</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Una persona</translation>
    </message>
    <message>
        <source>Who it was, and when</source>
        <translation>Quién fue y cuándo</translation>
    </message>
    <message>
        <source>free</source>
        <translation>gratis</translation>
    </message>
    <message>
        <source>about 2025, not checked</source>
        <translation>hacia 2025, sin comprobar</translation>
    </message>
    <message>
        <source>Apple&apos;s own protection in every Mac. It works without a window of its own; the firewall has to be switched on.</source>
        <translation>La protección propia de Apple en todos los Mac. Funciona sin ventana propia; el cortafuegos hay que activarlo.</translation>
    </message>
    <message>
        <source>$120 a year or more</source>
        <translation>$120 al año o más</translation>
    </message>
    <message>
        <source>U.S. service that watches for misuse of identities, with VPN and antivirus as extras. Nothing in this entry is checked.</source>
        <translation>Servicio de EE. UU. que vigila el uso indebido de identidades, con VPN y antivirus como extras. Nada de esta entrada está comprobado.</translation>
    </message>
    <message>
        <source>Free antivirus with a firewall on Windows. In 2024 a U.S. order over the sale of browsing data cost Avast $16.5 million, as reports say. It has the same owner as AVG, Avira and Norton.</source>
        <translation>Antivirus gratuito con cortafuegos en Windows. Según los informes, en 2024 una orden de EE. UU. por la venta de datos de navegación costó a Avast 16,5 millones de dólares. Tiene el mismo propietario que AVG, Avira y Norton.</translation>
    </message>
    <message>
        <source>$60–110 a year</source>
        <translation>$60–110 al año</translation>
    </message>
    <message>
        <source>Paid suite with camera guard and safe banking. The VPN belongs to Avast One. In 2024 a U.S. order over the sale of browsing data cost Avast $16.5 million, as reports say.</source>
        <translation>Paquete de pago con protección de la cámara y banca segura. La VPN pertenece a Avast One. Según los informes, en 2024 una orden de EE. UU. por la venta de datos de navegación costó a Avast 16,5 millones de dólares.</translation>
    </message>
    <message>
        <source>Free antivirus with the engine of Avast, which has the same owner. Whether the free edition has the improved firewall was not read.</source>
        <translation>Antivirus gratuito con el motor de Avast, que tiene el mismo propietario. No se leyó si la edición gratuita tiene el cortafuegos mejorado.</translation>
    </message>
    <message>
        <source>Free suite with a limited VPN and a password manager; both details are not checked. Its maker no longer enters it in some lab tests, as users noticed in April 2026.</source>
        <translation>Paquete gratuito con una VPN limitada y un gestor de contraseñas; ninguno de los dos detalles está comprobado. Su fabricante ya no lo presenta a algunas pruebas de laboratorio, como notaron los usuarios en abril de 2026.</translation>
    </message>
    <message>
        <source>$40–80 a year</source>
        <translation>$40–80 al año</translation>
    </message>
    <message>
        <source>about 2024–2025, from an undated copy; $69.99 for three devices</source>
        <translation>hacia 2024–2025, de una copia sin fecha; $69.99 para tres dispositivos</translation>
    </message>
    <message>
        <source>Antivirus for Windows with protection for banking. Its VPN has a daily limit; that detail is not checked.</source>
        <translation>Antivirus para Windows con protección para la banca. Su VPN tiene un límite diario; ese detalle no está comprobado.</translation>
    </message>
    <message>
        <source>Free antivirus for Windows. Its small installer asks for a Bitdefender account. Lab results of the paid editions do not count for it.</source>
        <translation>Antivirus gratuito para Windows. Su pequeño instalador pide una cuenta de Bitdefender. Los resultados de laboratorio de las ediciones de pago no valen para él.</translation>
    </message>
    <message>
        <source>$20–60 per device and year</source>
        <translation>$20–60 por dispositivo y año</translation>
    </message>
    <message>
        <source>Business protection with a console. Recording and answering attacks starts with a higher tier.</source>
        <translation>Protección para empresas con consola. El registro de ataques y la respuesta empiezan en un nivel superior.</translation>
    </message>
    <message>
        <source>Suite for computers and phones. Its VPN stops at about 200 MB a day. For a password manager and a VPN without limit, there is the Premium Security edition.</source>
        <translation>Paquete para computadoras y teléfonos. Su VPN se detiene a unos 200 MB al día. Para un gestor de contraseñas y una VPN sin límite está la edición Premium Security.</translation>
    </message>
    <message>
        <source>April 2026</source>
        <translation>abril de 2026</translation>
    </message>
    <message>
        <source>Open-source scanner for files and mail. On Linux it can also watch files all the time, but that takes setting up by hand.</source>
        <translation>Analizador de código abierto para archivos y correo. En Linux también puede vigilar los archivos todo el tiempo, pero hay que configurarlo a mano.</translation>
    </message>
    <message>
        <source>Free scanner for Windows built on an old ClamAV engine. It does not watch files all the time.</source>
        <translation>Analizador gratuito para Windows basado en un motor antiguo de ClamAV. No vigila los archivos todo el tiempo.</translation>
    </message>
    <message>
        <source>ClamAV&apos;s servers refuse updates to its engine, and it does not watch files all the time.</source>
        <translation>Los servidores de ClamAV niegan las actualizaciones a su motor, y no vigila los archivos todo el tiempo.</translation>
    </message>
    <message>
        <source>$60–96 per device and year</source>
        <translation>$60–96 por dispositivo y año</translation>
    </message>
    <message>
        <source>2026; from $7.99 per device and month</source>
        <translation>2026; desde $7.99 por dispositivo y mes</translation>
    </message>
    <message>
        <source>The entry tier for prevention; firewall management and EDR come with higher tiers. A faulty update from CrowdStrike in July 2024 made the news.</source>
        <translation>El nivel de entrada para la prevención; la gestión del cortafuegos y EDR llegan con niveles superiores. Una actualización defectuosa de CrowdStrike fue noticia en julio de 2024.</translation>
    </message>
    <message>
        <source>$25–60 per device and year</source>
        <translation>$25–60 por dispositivo y año</translation>
    </message>
    <message>
        <source>Business protection for Windows with a cloud console.</source>
        <translation>Protección para empresas en Windows con consola en la nube.</translation>
    </message>
    <message>
        <source>$30–60 a year</source>
        <translation>$30–60 al año</translation>
    </message>
    <message>
        <source>about 2024–2025, from a copy of a review</source>
        <translation>hacia 2024–2025, de una copia de una reseña</translation>
    </message>
    <message>
        <source>Antivirus for Windows with a management console also for homes. It did not appear in the recent lab rounds we read.</source>
        <translation>Antivirus para Windows con una consola de gestión también para hogares. No apareció en las pruebas de laboratorio recientes que leímos.</translation>
    </message>
    <message>
        <source>Suite with a firewall, parental controls and a guarded browser. It has no VPN.</source>
        <translation>Paquete con cortafuegos, control parental y navegador protegido. No tiene VPN.</translation>
    </message>
    <message>
        <source>$80–150 a year</source>
        <translation>$80–150 al año</translation>
    </message>
    <message>
        <source>ESET&apos;s largest home plan, with VPN, password manager and identity service. What is in it differs by country; an unlimited VPN is not confirmed.</source>
        <translation>El plan doméstico más grande de ESET, con VPN, gestor de contraseñas y servicio de identidad. Lo que incluye varía según el país; no está confirmada una VPN ilimitada.</translation>
    </message>
    <message>
        <source>Antivirus for Windows. One installer serves all home plans, and the license decides what works; that detail is not checked.</source>
        <translation>Antivirus para Windows. Un mismo instalador sirve para todos los planes domésticos y la licencia decide qué funciona; ese detalle no está comprobado.</translation>
    </message>
    <message>
        <source>$40–60 per device and year</source>
        <translation>$40–60 por dispositivo y año</translation>
    </message>
    <message>
        <source>Business protection with a console in the cloud or on an own server. Encryption, mail protection and EDR depend on the tier.</source>
        <translation>Protección para empresas con consola en la nube o en un servidor propio. El cifrado, la protección del correo y EDR dependen del nivel.</translation>
    </message>
    <message>
        <source>$200–250 a year for five devices</source>
        <translation>$200–250 al año para cinco dispositivos</translation>
    </message>
    <message>
        <source>For 5 to 25 devices, without a server to run.</source>
        <translation>Para 5 a 25 dispositivos, sin servidor que mantener.</translation>
    </message>
    <message>
        <source>$60–140 a year</source>
        <translation>$60–140 al año</translation>
    </message>
    <message>
        <source>about 2023; a little less than $140 for ten licenses</source>
        <translation>hacia 2023; algo menos de $140 por diez licencias</translation>
    </message>
    <message>
        <source>Suite with VPN, password manager and Family Rules. F-Secure describes how to bring passwords over from Kaspersky, by hand.</source>
        <translation>Paquete con VPN, gestor de contraseñas y Family Rules. F-Secure explica cómo traer a mano las contraseñas desde Kaspersky.</translation>
    </message>
    <message>
        <source>German suite for Windows with firewall, backup and protection for banking. Whether it is sold in the United States today is not confirmed.</source>
        <translation>Paquete alemán para Windows con cortafuegos, copia de seguridad y protección para la banca. No está confirmado si hoy se vende en Estados Unidos.</translation>
    </message>
    <message>
        <source>Antivirus and firewall made for the Mac. Parental controls are said to come only with the larger bundle; that is not checked.</source>
        <translation>Antivirus y cortafuegos hechos para el Mac. Se dice que el control parental solo viene con el paquete mayor; no está comprobado.</translation>
    </message>
    <message>
        <source>Indian suite for Windows and Android. Whether it is sold in the United States is not confirmed.</source>
        <translation>Paquete indio para Windows y Android. No está confirmado si se vende en Estados Unidos.</translation>
    </message>
    <message>
        <source>Scanner for a second opinion. After the trial it no longer watches files all the time, so keep another antivirus next to it.</source>
        <translation>Analizador para una segunda opinión. Tras el periodo de prueba ya no vigila los archivos todo el tiempo, así que conserve otro antivirus a su lado.</translation>
    </message>
    <message>
        <source>Antivirus with protection from ransomware. The VPN comes only with the Plus plan and above.</source>
        <translation>Antivirus con protección contra ransomware. La VPN solo viene con el plan Plus y superiores.</translation>
    </message>
    <message>
        <source>$80–150 a year or more</source>
        <translation>$80–150 al año o más</translation>
    </message>
    <message>
        <source>about 2023, from a copy of a review</source>
        <translation>hacia 2023, de una copia de una reseña</translation>
    </message>
    <message>
        <source>Suite without a limit on devices. Parental controls are said to come with family plans only; that is not checked.</source>
        <translation>Paquete sin límite de dispositivos. Se dice que el control parental solo viene con los planes familiares; no está comprobado.</translation>
    </message>
    <message>
        <source>Suite for a fixed number of devices, with firewall and identity monitoring. An older vendor text ties the VPN to automatic renewal.</source>
        <translation>Paquete para un número fijo de dispositivos, con cortafuegos y vigilancia de identidad. Un texto anterior del fabricante vincula la VPN a la renovación automática.</translation>
    </message>
    <message>
        <source>October 2024</source>
        <translation>octubre de 2024</translation>
    </message>
    <message>
        <source>Comes with Windows 10 and 11 and turns itself on when no other antivirus is active. On Windows Server somebody has to turn it on by hand.</source>
        <translation>Viene con Windows 10 y 11 y se activa solo cuando no hay otro antivirus activo. En Windows Server alguien tiene que activarlo a mano.</translation>
    </message>
    <message>
        <source>about $3 per user and month</source>
        <translation>unos $3 por usuario y mes</translation>
    </message>
    <message>
        <source>May 2026; a year for each user, said to cover five devices</source>
        <translation>mayo de 2026; un año por usuario, se dice que para cinco dispositivos</translation>
    </message>
    <message>
        <source>For companies of up to 300 people. It is sold alone or with Microsoft 365 Business Premium. Servers need extra licenses, and Windows Home PCs cannot join.</source>
        <translation>Para empresas de hasta 300 personas. Se vende solo o con Microsoft 365 Business Premium. Los servidores necesitan licencias aparte y los equipos con Windows Home no pueden unirse.</translation>
    </message>
    <message>
        <source>by agreement, per user</source>
        <translation>por acuerdo, por usuario</translation>
    </message>
    <message>
        <source>Microsoft&apos;s protection for larger organizations. It can run passively next to the old product, so a move can be made in stages.</source>
        <translation>La protección de Microsoft para organizaciones más grandes. Puede funcionar de forma pasiva junto al producto anterior, de modo que el cambio se puede hacer por etapas.</translation>
    </message>
    <message>
        <source>first year December 2023, renewal about 2023</source>
        <translation>primer año, diciembre de 2023; renovación, hacia 2023</translation>
    </message>
    <message>
        <source>Suite with an unlimited VPN, a password manager and parental controls. Backup and the camera guard work on Windows only, and parental controls do not run on Macs. Renewal costs far more than the first year.</source>
        <translation>Paquete con VPN ilimitada, gestor de contraseñas y control parental. La copia de seguridad y la protección de la cámara solo funcionan en Windows, y el control parental no funciona en los Mac. La renovación cuesta mucho más que el primer año.</translation>
    </message>
    <message>
        <source>about 2024–2025, from an undated copy; $84.99 for five devices</source>
        <translation>hacia 2024–2025, de una copia sin fecha; $84.99 para cinco dispositivos</translation>
    </message>
    <message>
        <source>Antivirus with a firewall and a password manager. Norton moved Windows users to a new Norton 360 app in 2025 and 2026.</source>
        <translation>Antivirus con cortafuegos y gestor de contraseñas. Norton pasó a los usuarios de Windows a una nueva aplicación Norton 360 en 2025 y 2026.</translation>
    </message>
    <message>
        <source>$30–40 per device and year</source>
        <translation>$30–40 por dispositivo y año</translation>
    </message>
    <message>
        <source>The business edition of Webroot, with the same small agent and a key code.</source>
        <translation>La edición para empresas de Webroot, con el mismo agente pequeño y un código de clave.</translation>
    </message>
    <message>
        <source>Free antivirus with a VPN that has a daily limit; the limit is not checked.</source>
        <translation>Antivirus gratuito con una VPN que tiene un límite diario; el límite no está comprobado.</translation>
    </message>
    <message>
        <source>$70–180 per device and year</source>
        <translation>$70–180 por dispositivo y año</translation>
    </message>
    <message>
        <source>Business protection that can roll Windows back to the state before an attack.</source>
        <translation>Protección para empresas que puede devolver Windows al estado anterior a un ataque.</translation>
    </message>
    <message>
        <source>$30–90 per user and year</source>
        <translation>$30–90 por usuario y año</translation>
    </message>
    <message>
        <source>Business protection with a cloud console. It can restore files that ransomware had encrypted.</source>
        <translation>Protección para empresas con consola en la nube. Puede restaurar archivos que cifró un ransomware.</translation>
    </message>
    <message>
        <source>first year perhaps 2020, renewal about 2024–2025</source>
        <translation>primer año, quizá 2020; renovación, hacia 2024–2025</translation>
    </message>
    <message>
        <source>Protects up to ten computers that are managed in one web console. Reviewers find its website filter too weak for parental control.</source>
        <translation>Protege hasta diez computadoras que se gestionan en una consola web. Los analistas consideran su filtro web demasiado débil para el control parental.</translation>
    </message>
    <message>
        <source>2025–2026; $15.95 by the month</source>
        <translation>2025–2026; $15.95 por mes</translation>
    </message>
    <message>
        <source>Unlimited VPN together with an antivirus made with licensed technology. We found no lab result for the antivirus.</source>
        <translation>VPN ilimitada junto con un antivirus hecho con tecnología bajo licencia. No encontramos ningún resultado de laboratorio del antivirus.</translation>
    </message>
    <message>
        <source>$40–100 per device and year</source>
        <translation>$40–100 por dispositivo y año</translation>
    </message>
    <message>
        <source>The business products of Malwarebytes. Rollback and EDR start with the Advanced tier. Nothing in this entry is checked.</source>
        <translation>Los productos para empresas de Malwarebytes. La reversión y EDR empiezan en el nivel Advanced. Nada de esta entrada está comprobado.</translation>
    </message>
    <message>
        <source>$60–130 a year</source>
        <translation>$60–130 al año</translation>
    </message>
    <message>
        <source>Suite with a VPN and a password manager in some plans. By its own privacy policy it belongs to Point Wild, the owner of UltraAV.</source>
        <translation>Paquete con VPN y gestor de contraseñas en algunos planes. Según su propia política de privacidad pertenece a Point Wild, propietaria de UltraAV.</translation>
    </message>
    <message>
        <source>2025–2026, starting price on a machine-written page</source>
        <translation>2025–2026, precio inicial en una página escrita por una máquina</translation>
    </message>
    <message>
        <source>Antivirus for Windows with parental controls and protection for banking. It uses Windows Firewall and brings none of its own; that detail is not checked.</source>
        <translation>Antivirus para Windows con control parental y protección para la banca. Usa el cortafuegos de Windows y no trae uno propio; ese detalle no está comprobado.</translation>
    </message>
    <message>
        <source>Suite with parental controls and identity monitoring. Reviewers call its password manager limited, and only larger plans add a VPN.</source>
        <translation>Paquete con control parental y vigilancia de identidad. Los analistas dicen que su gestor de contraseñas es limitado, y solo los planes mayores añaden una VPN.</translation>
    </message>
    <message>
        <source>$35–70 per user and year</source>
        <translation>$35–70 por usuario y año</translation>
    </message>
    <message>
        <source>Trend Micro&apos;s protection for small companies. The product&apos;s name has been changing.</source>
        <translation>La protección de Trend Micro para empresas pequeñas. El nombre del producto ha ido cambiando.</translation>
    </message>
    <message>
        <source>The product Kaspersky&apos;s U.S. customers were moved to between September 17 and 19, 2024. We found no lab result for it. Remove it with its own uninstaller, or it comes back after a restart.</source>
        <translation>El producto al que se pasó a los clientes de Kaspersky en EE. UU. entre el 17 y el 19 de septiembre de 2024. No encontramos ningún resultado de laboratorio. Quítelo con su propio desinstalador; si no, vuelve tras un reinicio.</translation>
    </message>
    <message>
        <source>Antivirus with a firewall. It took part in consumer lab tests up to 2022, as far as we could read.</source>
        <translation>Antivirus con cortafuegos. Por lo que pudimos leer, participó en pruebas de laboratorio para consumidores hasta 2022.</translation>
    </message>
    <message>
        <source>through partners</source>
        <translation>a través de socios</translation>
    </message>
    <message>
        <source>Business protection that grew out of Panda Adaptive Defense. EDR depends on the tier.</source>
        <translation>Protección para empresas que surgió de Panda Adaptive Defense. EDR depende del nivel.</translation>
    </message>
    <message>
        <source>Small cloud-based antivirus that can undo changes made by unknown programs. Few labs test it. It needs a key code.</source>
        <translation>Pequeño antivirus basado en la nube que puede deshacer cambios hechos por programas desconocidos. Pocos laboratorios lo prueban. Necesita un código de clave.</translation>
    </message>
    <message>
        <source>Business protection with a console in the cloud, sold through partners.</source>
        <translation>Protección para empresas con consola en la nube, vendida a través de socios.</translation>
    </message>
</context>
<context>
    <name>Confidence</name>
    <message>
        <source>Not sure</source>
        <translation>Dudoso</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Probable</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>Cierto</translation>
    </message>
</context>
<context>
    <name>Country</name>
    <message>
        <source>United States</source>
        <translation>Estados Unidos</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>Chequia</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Alemania</translation>
    </message>
    <message>
        <source>Romania</source>
        <translation>Rumanía</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australia</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>Nueva Zelanda</translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation>Eslovaquia</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>Finlandia</translation>
    </message>
    <message>
        <source>India</source>
        <translation>India</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Canadá</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>España</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Reino Unido</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Países Bajos</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Japón</translation>
    </message>
</context>
<context>
    <name>EvidenceKind</name>
    <message>
        <source>the installed program</source>
        <translation>el programa instalado</translation>
    </message>
    <message>
        <source>the Windows Installer record</source>
        <translation>el registro de Windows Installer</translation>
    </message>
    <message>
        <source>the Store app</source>
        <translation>la aplicación de la Tienda</translation>
    </message>
    <message>
        <source>the product in Windows Security Center</source>
        <translation>el producto del Centro de seguridad de Windows</translation>
    </message>
    <message>
        <source>the service</source>
        <translation>el servicio</translation>
    </message>
    <message>
        <source>the driver</source>
        <translation>el controlador</translation>
    </message>
    <message>
        <source>the device filter</source>
        <translation>el filtro de dispositivo</translation>
    </message>
    <message>
        <source>the network adapter</source>
        <translation>el adaptador de red</translation>
    </message>
    <message>
        <source>the network filter</source>
        <translation>el filtro de red</translation>
    </message>
    <message>
        <source>the registry key</source>
        <translation>la clave del Registro</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>la carpeta</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>el archivo</translation>
    </message>
    <message>
        <source>the root certificate</source>
        <translation>el certificado raíz</translation>
    </message>
    <message>
        <source>the browser extension</source>
        <translation>la extensión del navegador</translation>
    </message>
    <message>
        <source>the browser helper</source>
        <translation>el ayudante del navegador</translation>
    </message>
    <message>
        <source>the scheduled task</source>
        <translation>la tarea programada</translation>
    </message>
    <message>
        <source>the running program</source>
        <translation>el programa en ejecución</translation>
    </message>
    <message>
        <source>the package</source>
        <translation>el paquete</translation>
    </message>
    <message>
        <source>the system service</source>
        <translation>el servicio del sistema</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>la aplicación</translation>
    </message>
    <message>
        <source>the installer receipt</source>
        <translation>el recibo del instalador</translation>
    </message>
    <message>
        <source>the launch item</source>
        <translation>el elemento de inicio</translation>
    </message>
    <message>
        <source>the system extension</source>
        <translation>la extensión del sistema</translation>
    </message>
    <message>
        <source>the kernel extension</source>
        <translation>la extensión del núcleo</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>They came with this Offramp.</source>
        <translation>Vinieron con este Offramp.</translation>
    </message>
    <message>
        <source>They were downloaded or imported.</source>
        <translation>Se descargaron o se importaron.</translation>
    </message>
    <message>
        <source>You named their file when you started Offramp.</source>
        <translation>Su archivo se indicó al iniciar Offramp.</translation>
    </message>
    <message>
        <source>Signed with the key “%1”.</source>
        <translation>Firmados con la clave «%1».</translation>
    </message>
    <message numerus="yes">
        <source>Facts of %1, %n day(s) old. Catalog %2.</source>
        <translation>
            <numerusform>Datos del %1, de hace %n día. Catálogo %2.</numerusform>
            <numerusform>Datos del %1, de hace %n días. Catálogo %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>They were good until %1. Answers are given more carefully since.</source>
        <translation>Fueron válidos hasta el %1. Desde entonces las respuestas se dan con más cautela.</translation>
    </message>
    <message>
        <source>They are good until %1.</source>
        <translation>Son válidos hasta el %1.</translation>
    </message>
    <message>
        <source>Last try on %1: %2</source>
        <translation>Último intento, el %1: %2</translation>
    </message>
    <message>
        <source>No server was ever asked for newer ones.</source>
        <translation>Nunca se preguntó a ningún servidor por datos más recientes.</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>Comprobando el archivo…</translation>
    </message>
    <message>
        <source>Going back…</source>
        <translation>Volviendo atrás…</translation>
    </message>
    <message>
        <source>Checking the facts in use…</source>
        <translation>Comprobando los datos en uso…</translation>
    </message>
    <message>
        <source>Storing your choice…</source>
        <translation>Guardando su elección…</translation>
    </message>
    <message>
        <source>Looking at the facts in use…</source>
        <translation>Mirando los datos en uso…</translation>
    </message>
    <message>
        <source>Downloading: %1 of %2</source>
        <translation>Descargando: %1 de %2</translation>
    </message>
    <message>
        <source>Checking what arrived…</source>
        <translation>Comprobando lo recibido…</translation>
    </message>
    <message>
        <source>Asking for the newest facts…</source>
        <translation>Preguntando por los datos más recientes…</translation>
    </message>
    <message>
        <source>Here the facts cannot be changed: this window was started for a recorded computer, another day or a file of facts you named.</source>
        <translation>Aquí no se pueden cambiar los datos: esta ventana se abrió para un equipo grabado, otro día o un archivo de datos indicado.</translation>
    </message>
    <message>
        <source>No public server offers newer facts yet, so there is nothing to ask. Facts from a file can be imported.</source>
        <translation>Todavía no hay un servidor público con datos más recientes, así que no hay a quién preguntar. Se pueden importar datos de un archivo.</translation>
    </message>
    <message>
        <source>Off: Offramp asks no server unless you press the button.</source>
        <translation>Desactivado: Offramp no pregunta a ningún servidor si no se pulsa el botón.</translation>
    </message>
    <message>
        <source>On: the next look is not before %1.</source>
        <translation>Activado: la próxima consulta no será antes del %1.</translation>
    </message>
    <message>
        <source>On: about once a week.</source>
        <translation>Activado: más o menos una vez por semana.</translation>
    </message>
    <message>
        <source>Go back to the facts that came with Offramp</source>
        <translation>Volver a los datos que vinieron con Offramp</translation>
    </message>
    <message>
        <source>Go back to catalog %1</source>
        <translation>Volver al catálogo %1</translation>
    </message>
    <message>
        <source>The facts in use did not change.</source>
        <translation>Los datos en uso no cambiaron.</translation>
    </message>
    <message>
        <source>Facts of today, %1. Catalog %2.</source>
        <translation>Datos de hoy, %1. Catálogo %2.</translation>
    </message>
    <message>
        <source>Deleting the downloaded facts…</source>
        <translation>Eliminando los datos descargados…</translation>
    </message>
    <message>
        <source>The downloaded facts were deleted. Catalog %1, which came with Offramp, is in use now.</source>
        <translation>Los datos descargados se eliminaron. Ahora se usa el catálogo %1, que vino con Offramp.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>A date without a day, in the letters of Qt&apos;s date formats: MMMM is the month&apos;s name, yyyy the year.</extracomment>
        <translation>MMMM &apos;de&apos; yyyy</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Affected</source>
        <translation>Afectado</translation>
    </message>
    <message>
        <source>Traces left</source>
        <translation>Quedan restos</translation>
    </message>
    <message>
        <source>Moved to UltraAV</source>
        <translation>Pasado a UltraAV</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>Exento</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>No está claro</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nada encontrado</translation>
    </message>
    <message>
        <source>Could not tell</source>
        <translation>No se pudo saber</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>instalado</translation>
    </message>
    <message>
        <source>installed, but damaged</source>
        <translation>instalado, pero dañado</translation>
    </message>
    <message>
        <source>only traces left</source>
        <translation>solo quedan restos</translation>
    </message>
    <message>
        <source>a copy that is not installed</source>
        <translation>una copia que no está instalada</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>The answer was: %1</source>
        <translation>La respuesta era: %1</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Nuevo: %1</translation>
    </message>
    <message>
        <source>Gone: %1</source>
        <translation>Ya no está: %1</translation>
    </message>
    <message>
        <source>%1: version %2, before %3</source>
        <translation>%1: versión %2, antes %3</translation>
    </message>
    <message>
        <source>%1: %2, before %3</source>
        <translation>%1: %2, antes %3</translation>
    </message>
    <message>
        <source>%1: traces left %2, before %3</source>
        <translation>%1: restos que quedan %2, antes %3</translation>
    </message>
    <message>
        <source>Rules for: %1, before %2</source>
        <translation>Normas para: %1, antes %2</translation>
    </message>
    <message>
        <source>Facts of %1, before %2</source>
        <translation>Datos del %1, antes %2</translation>
    </message>
    <message>
        <source>Places not read completely: %1, before %2</source>
        <translation>Lugares no leídos por completo: %1, antes %2</translation>
    </message>
    <message>
        <source>No product was found.</source>
        <translation>No se encontró ningún producto.</translation>
    </message>
    <message>
        <source>Rules for: %1. Facts of %2 (catalog %3).</source>
        <translation>Normas para: %1. Datos del %2 (catálogo %3).</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) could not be read completely.</source>
        <translation>
            <numerusform>%n lugar no se pudo leer por completo.</numerusform>
            <numerusform>%n lugares no se pudieron leer por completo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) said this, the last one on %1.</source>
        <translation>
            <numerusform>%n revisión dijo esto, la última el %1.</numerusform>
            <numerusform>%n revisiones dijeron esto, la última el %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Other places could not be read completely</source>
        <translation>Otros lugares no se pudieron leer por completo</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Sin terminar</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>Ended before</source>
        <translation>Terminada antes</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Removal of %1</source>
        <translation>Eliminación de %1</translation>
    </message>
    <message>
        <source>Left behind, moved away: %1</source>
        <translation>Restos apartados: %1</translation>
    </message>
</context>
<context>
    <name>Info</name>
    <message>
        <source>Open Settings, then Apps, then Installed apps. Find the program, choose Uninstall, and let its own uninstaller finish.</source>
        <translation>Abra Configuración, luego Aplicaciones y luego Aplicaciones instaladas. Busque el programa, elija Desinstalar y deje que termine su propio desinstalador.</translation>
    </message>
    <message>
        <source>Open the program and use the uninstaller its maker supplies. Dragging it to the Bin leaves its system extensions behind.</source>
        <translation>Abra el programa y use el desinstalador que ofrece su fabricante. Arrastrarlo a la Papelera deja atrás sus extensiones del sistema.</translation>
    </message>
    <message>
        <source>Remove the package with the package manager it was installed with.</source>
        <translation>Quite el paquete con el gestor de paquetes con el que se instaló.</translation>
    </message>
    <message>
        <source>Decide what will protect this computer, and have its installer or sign-in ready.</source>
        <translation>Decida qué protegerá este equipo y tenga a mano su instalador o su cuenta.</translation>
    </message>
    <message>
        <source>Find the password that protects the program; its uninstaller asks for it.</source>
        <translation>Busque la contraseña que protege el programa; su desinstalador la pide.</translation>
    </message>
    <message>
        <source>Restart the computer, then check here again. The Overview shows what was left behind and what protects you.</source>
        <translation>Reinicie el equipo y revise de nuevo aquí. El resumen muestra lo que quedó y lo que le protege.</translation>
    </message>
    <message>
        <source>What could not be checked</source>
        <translation>Lo que no se pudo revisar</translation>
    </message>
    <message>
        <source>These places were not read, or not completely. What is in them is not known, so nothing is said about them.</source>
        <translation>Estos lugares no se leyeron, o no por completo. No se sabe lo que hay en ellos, así que no se dice nada al respecto.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Offramp&apos;s window never runs with administrator rights. To have everything read, start the command offramp-cli check in a terminal that has them, or ask somebody who administers this computer to do it.</source>
        <translation>La ventana de Offramp nunca funciona con derechos de administrador. Para que se lea todo, inicie la orden offramp-cli check en una terminal que los tenga, o pídaselo a quien administre este equipo.</translation>
    </message>
    <message>
        <source>Until then</source>
        <translation>Hasta entonces</translation>
    </message>
    <message>
        <source>Switch safely</source>
        <translation>Cambiar con seguridad</translation>
    </message>
    <message>
        <source>By hand, in this order</source>
        <translation>A mano, en este orden</translation>
    </message>
    <message>
        <source>Do not delete the program&apos;s folders or services by hand: that can leave the computer without a network or unable to start.</source>
        <translation>No borre a mano las carpetas ni los servicios del programa: el equipo puede quedarse sin red o no arrancar.</translation>
    </message>
    <message>
        <source>What is left behind</source>
        <translation>Lo que queda</translation>
    </message>
    <message>
        <source>Harmless things may stay: they take some room and do nothing.</source>
        <translation>Lo inofensivo puede quedarse: ocupa algo de espacio y no hace nada.</translation>
    </message>
    <message>
        <source>For what still loads, use the removal tool the maker supplies for its own products, and restart afterwards.</source>
        <translation>Para lo que aún se carga, use la herramienta de eliminación que el fabricante ofrece para sus propios productos y reinicie después.</translation>
    </message>
    <message>
        <source>Then check here again.</source>
        <translation>Luego revise de nuevo aquí.</translation>
    </message>
    <message>
        <source>Do not delete drivers or network filters by hand: the computer may lose its network or not start.</source>
        <translation>No borre a mano controladores ni filtros de red: el equipo puede perder la red o no arrancar.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <source>Keeping it needs no step. It is your choice, and you can change it at any time.</source>
        <translation>Conservarlo no requiere ningún paso. Es decisión suya y puede cambiarla en cualquier momento.</translation>
    </message>
    <message>
        <source>If you keep it</source>
        <translation>Si lo conserva</translation>
    </message>
    <message>
        <source>Open it and see that it is on and up to date.</source>
        <translation>Ábralo y compruebe que está activado y al día.</translation>
    </message>
    <message>
        <source>Look at what the subscription costs and when it renews.</source>
        <translation>Mire cuánto cuesta la suscripción y cuándo se renueva.</translation>
    </message>
    <message>
        <source>Check here again after it was updated; traces of Kaspersky may still be left.</source>
        <translation>Revise de nuevo aquí después de que se actualice; pueden quedar restos de Kaspersky.</translation>
    </message>
    <message>
        <source>Every place was read completely.</source>
        <translation>Se ha leído cada lugar por completo.</translation>
    </message>
    <message>
        <source>The guided removal is not available in this window. This is the order it follows; you can follow it by hand.</source>
        <translation>La eliminación guiada no está disponible en esta ventana. Este es el orden que sigue; se puede seguir a mano.</translation>
    </message>
    <message>
        <source>The guided removal is not available in this window. The Overview shows each thing with how sure we are of it.</source>
        <translation>La eliminación guiada no está disponible en esta ventana. El Resumen muestra cada cosa y cómo de seguros estamos.</translation>
    </message>
</context>
<context>
    <name>InstallationState</name>
    <message>
        <source>installed</source>
        <translation>instalado</translation>
    </message>
    <message>
        <source>installed, but damaged</source>
        <translation>instalado, pero dañado</translation>
    </message>
    <message>
        <source>traces only</source>
        <translation>solo restos</translation>
    </message>
    <message>
        <source>a copy that is not installed</source>
        <translation>una copia que no está instalada</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>English</source>
        <translation>Español</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>fits best: %1</source>
        <translation>la mejor opción: %1</translation>
    </message>
    <message>
        <source>Owner: %1.</source>
        <translation>Propietario: %1.</translation>
    </message>
    <message>
        <source>It comes with your system at no cost.</source>
        <translation>Viene con su sistema sin costo.</translation>
    </message>
    <message>
        <source>%1, free and already here, covers %2 of %3.</source>
        <translation>%1, gratis y ya presente, cubre %2 de %3.</translation>
    </message>
    <message>
        <source>Why we say this</source>
        <translation>Por qué lo decimos</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Progreso de la revisión</translation>
    </message>
    <message>
        <source>Below, each one is shown with how sure we are of it.</source>
        <translation>Abajo se muestra cada elemento con el grado de certeza que tenemos.</translation>
    </message>
    <message>
        <source>We looked for products and traces of Kaspersky and UltraAV. Places read completely: %1 of %2.</source>
        <translation>Buscamos productos y restos de Kaspersky y UltraAV. Lugares leídos por completo: %1 de %2.</translation>
    </message>
    <message>
        <source>For the rest we cannot speak; see below.</source>
        <translation>Sobre el resto no podemos decir nada; consulte la lista de abajo.</translation>
    </message>
    <message>
        <source>None of them holds anything.</source>
        <translation>En ninguno de ellos hay nada.</translation>
    </message>
    <message>
        <source>What was found is listed below.</source>
        <translation>Lo que se encontró aparece en la lista de abajo.</translation>
    </message>
    <message>
        <source>Copy a summary</source>
        <translation>Copiar un resumen</translation>
    </message>
    <message>
        <source>Remind me later</source>
        <translation>Recordármelo más tarde</translation>
    </message>
    <message>
        <source>Look there…</source>
        <translation>Buscar ahí…</translation>
    </message>
    <message>
        <source>Switch safely…</source>
        <translation>Cambiar con seguridad…</translation>
    </message>
    <message>
        <source>Review what’s left…</source>
        <translation>Revisar lo que queda…</translation>
    </message>
    <message>
        <source>Keep it…</source>
        <translation>Conservarlo…</translation>
    </message>
    <message>
        <source>Switch…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Installed %1</source>
        <translation>Instalado: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) without updates</source>
        <translation>
            <numerusform>%n día sin actualizaciones</numerusform>
            <numerusform>%n días sin actualizaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1, del %2 al %3</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>Encontrado en este equipo</translation>
    </message>
    <message>
        <source>Protecting this computer now</source>
        <translation>Lo que protege este equipo ahora</translation>
    </message>
    <message>
        <source>Certain: %1 of %2</source>
        <translation>Cierto: %1 de %2</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>Lo que queda</translation>
    </message>
    <message>
        <source>%1 of %2 places</source>
        <translation>%1 de %2 lugares</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Lo que se revisó</translation>
    </message>
    <message>
        <source>See all replacements</source>
        <translation>Ver todas las alternativas</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
    <message>
        <source>Nothing we can see</source>
        <translation>Nada que podamos ver</translation>
    </message>
    <message>
        <source>The system lists no antivirus</source>
        <translation>El sistema no registra ningún antivirus</translation>
    </message>
    <message>
        <source>Windows Security Center could not be read</source>
        <translation>No se pudo leer el Centro de seguridad de Windows</translation>
    </message>
    <message>
        <source>%1 keeps no list of active antivirus</source>
        <translation>%1 no lleva una lista de los antivirus activos</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Not known whether it is on</source>
        <translation>No se sabe si está activado</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>On, last updated here on %1</source>
        <translation>Activado, última actualización aquí: %1</translation>
    </message>
    <message>
        <source>On, without updates</source>
        <translation>Activado, sin actualizaciones</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activado</translation>
    </message>
    <message>
        <source>On, up to date</source>
        <translation>Activado, al día</translation>
    </message>
    <message>
        <source>On, but not up to date</source>
        <translation>Activado, pero no está al día</translation>
    </message>
    <message>
        <source>nothing there</source>
        <translation>no hay nada</translation>
    </message>
    <message numerus="yes">
        <source>%n looked at</source>
        <translation>
            <numerusform>%n elemento visto</numerusform>
            <numerusform>%n elementos vistos</numerusform>
        </translation>
    </message>
    <message>
        <source>read in part</source>
        <translation>leído en parte</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>no revisado</translation>
    </message>
    <message>
        <source>part of %1</source>
        <translation>parte de %1</translation>
    </message>
    <message>
        <source>Not checked: %1</source>
        <translation>No revisado: %1</translation>
    </message>
    <message numerus="yes">
        <source>Not checked: %n place(s)</source>
        <translation>
            <numerusform>Sin revisar: %n lugar</numerusform>
            <numerusform>Sin revisar: %n lugares</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded on %1</source>
        <translation>Grabado el %1</translation>
    </message>
    <message>
        <source>Checked today at %1</source>
        <translation>Revisado hoy a las %1</translation>
    </message>
    <message>
        <source>Checked on %1</source>
        <translation>Revisado el %1</translation>
    </message>
    <message>
        <source>Judged as of %1</source>
        <translation>Evaluado a fecha de %1</translation>
    </message>
    <message>
        <source>Facts dated %1</source>
        <translation>Datos del %1</translation>
    </message>
    <message>
        <source>Nothing was sent from this computer</source>
        <translation>No se envió nada desde este equipo</translation>
    </message>
    <message>
        <source>Looking at this computer</source>
        <translation>Revisando este equipo</translation>
    </message>
    <message>
        <source>Offramp reads where programs, services and their traces are kept. It changes nothing and sends nothing.</source>
        <translation>Offramp lee dónde se guardan los programas, los servicios y sus restos. No cambia nada ni envía nada.</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Preparando</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>The check did not finish</source>
        <translation>La revisión no terminó</translation>
    </message>
    <message>
        <source>You stopped the check</source>
        <translation>La revisión se detuvo a petición suya</translation>
    </message>
    <message>
        <source>So nothing can be said about this computer yet.</source>
        <translation>Por eso todavía no se puede decir nada de este equipo.</translation>
    </message>
    <message>
        <source>Detail: %1</source>
        <translation>Detalle: %1</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Revisar de nuevo</translation>
    </message>
    <message>
        <source>Offramp cannot read its facts</source>
        <translation>Offramp no puede leer sus datos</translation>
    </message>
    <message>
        <source>The file with products, rules and replacements is missing or damaged, so this computer was not checked. Installing Offramp again brings it back.</source>
        <translation>El archivo con los productos, las normas y las alternativas falta o está dañado, así que este equipo no se revisó. Instalar Offramp de nuevo lo repone.</translation>
    </message>
    <message>
        <source>This recording cannot be read</source>
        <translation>No se puede leer esta grabación</translation>
    </message>
    <message>
        <source>The folder is not the recording of a computer, or it is damaged, so nothing was checked.</source>
        <translation>La carpeta no es la grabación de un equipo, o está dañada, así que no se revisó nada.</translation>
    </message>
    <message>
        <source>Still load with %1</source>
        <translation>Aún se cargan con %1</translation>
    </message>
    <message>
        <source>Worth removing</source>
        <translation>Conviene quitarlos</translation>
    </message>
    <message>
        <source>Harmless</source>
        <translation>Inofensivos</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Why? %1: %2</source>
        <translation>¿Por qué? %1: %2</translation>
    </message>
    <message>
        <source>You stopped the new check. This is what the last one found.</source>
        <translation>La nueva revisión se detuvo a petición suya. Esto es lo que encontró la anterior.</translation>
    </message>
    <message>
        <source>The new check did not finish.%1 This is what the last one found.</source>
        <translation>La nueva revisión no terminó.%1 Esto es lo que encontró la anterior.</translation>
    </message>
    <message>
        <source>Whoever manages it decides what replaces Kaspersky and removes it for you. Give them a page with what was found: print it, or send it.</source>
        <translation>Quien lo administra decide qué sustituye a Kaspersky y lo quita por usted. Entréguele una página con lo encontrado: imprímala o envíela.</translation>
    </message>
    <message>
        <source>Page to print or send…</source>
        <translation>Página para imprimir o enviar…</translation>
    </message>
    <message>
        <source>Computer: %1</source>
        <translation>Equipo: %1</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Back to the Overview</source>
        <translation>Volver al resumen</translation>
    </message>
</context>
<context>
    <name>Person</name>
    <message>
        <source>U.S. person, or in the United States</source>
        <translation>Persona de EE. UU. o que está en Estados Unidos</translation>
    </message>
    <message>
        <source>U.S. federal agency</source>
        <translation>Organismo federal de EE. UU.</translation>
    </message>
    <message>
        <source>U.S. federal contractor</source>
        <translation>Contratista federal de EE. UU.</translation>
    </message>
    <message>
        <source>Other government body</source>
        <translation>Otro organismo público</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Ninguno de estos</translation>
    </message>
</context>
<context>
    <name>Products</name>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more reason(s)</source>
        <translation>
            <numerusform>Mostrar %n razón más</numerusform>
            <numerusform>Mostrar %n razones más</numerusform>
        </translation>
    </message>
    <message>
        <source>What we found</source>
        <translation>Lo que encontramos</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy what is known of %1</source>
        <translation>Copiar lo que se sabe de %1</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more trace(s)</source>
        <translation>
            <numerusform>Mostrar %n resto más</numerusform>
            <numerusform>Mostrar %n restos más</numerusform>
        </translation>
    </message>
    <message>
        <source>Where we looked</source>
        <translation>Dónde buscamos</translation>
    </message>
    <message>
        <source>read completely</source>
        <translation>leído por completo</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Edición</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Instalado</translation>
    </message>
    <message>
        <source>Last updated here</source>
        <translation>Última actualización aquí</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Encontrado en</translation>
    </message>
    <message>
        <source>Registered as antivirus</source>
        <translation>Registrado como antivirus</translation>
    </message>
    <message>
        <source>Registered as firewall</source>
        <translation>Registrado como cortafuegos</translation>
    </message>
    <message>
        <source>Registered as protection from spyware</source>
        <translation>Registrado como protección contra programas espía</translation>
    </message>
    <message>
        <source>not known whether it is on</source>
        <translation>no se sabe si está activado</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activado</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>up to date by its own word</source>
        <translation>al día, según él mismo</translation>
    </message>
    <message>
        <source>not up to date</source>
        <translation>no está al día</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en ejecución</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>no se está ejecutando</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
    <message>
        <source>for one person only</source>
        <translation>solo para una persona</translation>
    </message>
    <message>
        <source>Read in part.</source>
        <translation>Leído en parte.</translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation>Sin revisar.</translation>
    </message>
    <message>
        <source>This computer is being checked</source>
        <translation>Se está revisando este equipo</translation>
    </message>
    <message>
        <source>This computer was not checked</source>
        <translation>Este equipo no se revisó</translation>
    </message>
    <message>
        <source>What is found appears here.</source>
        <translation>Lo que se encuentre aparecerá aquí.</translation>
    </message>
    <message>
        <source>So what is on it is not known. The Overview says why.</source>
        <translation>Por eso no se sabe lo que hay en él. El resumen dice por qué.</translation>
    </message>
    <message>
        <source>No Kaspersky and no UltraAV was found</source>
        <translation>No se encontró ni Kaspersky ni UltraAV</translation>
    </message>
    <message>
        <source>Nothing was found, but not everything could be read</source>
        <translation>No se encontró nada, pero no se pudo leer todo</translation>
    </message>
    <message>
        <source>Where we looked stands below.</source>
        <translation>Abajo figura dónde buscamos.</translation>
    </message>
    <message>
        <source>So it is not known whether something is there. Where we could not look stands below.</source>
        <translation>Por eso no se sabe si hay algo. Abajo figura dónde no pudimos buscar.</translation>
    </message>
    <message>
        <source>A new check is running. This is what the last one found.</source>
        <translation>Hay una nueva revisión en curso. Esto es lo que encontró la anterior.</translation>
    </message>
    <message>
        <source>The last check did not finish. This is what the one before found.</source>
        <translation>La última revisión no terminó. Esto es lo que encontró la anterior.</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s) of it</source>
        <translation>
            <numerusform>%n resto suyo</numerusform>
            <numerusform>%n restos suyos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Productos</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Replacements</source>
        <translation>Alternativas</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>%1 is named &quot;%2&quot;</source>
        <translation>%1 se llama «%2»</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; belongs to this product</source>
        <translation>%1 «%2» pertenece a este producto</translation>
    </message>
    <message>
        <source>%1 is in this product&apos;s folder: %2</source>
        <translation>%1 está en la carpeta de este producto: %2</translation>
    </message>
    <message>
        <source>It is in the system&apos;s list of installed programs.</source>
        <translation>Está en la lista de programas instalados del sistema.</translation>
    </message>
    <message>
        <source>Its service is there, but the list of installed programs has no entry for it.</source>
        <translation>Su servicio está ahí, pero la lista de programas instalados no lo incluye.</translation>
    </message>
    <message>
        <source>It is running, but the list of installed programs has no entry for it.</source>
        <translation>Se está ejecutando, pero la lista de programas instalados no lo incluye.</translation>
    </message>
    <message>
        <source>It is listed as installed, but its folder is gone: %1</source>
        <translation>Figura como instalado, pero su carpeta ya no existe: %1</translation>
    </message>
    <message>
        <source>Its program file is gone: %1</source>
        <translation>Su archivo de programa ya no existe: %1</translation>
    </message>
    <message>
        <source>Its installation or removal was interrupted.</source>
        <translation>Su instalación o desinstalación se interrumpió.</translation>
    </message>
    <message>
        <source>The package was removed; only its configuration is left.</source>
        <translation>El paquete se quitó; solo queda su configuración.</translation>
    </message>
    <message>
        <source>Nothing registered or running was found, only things it left behind.</source>
        <translation>No se encontró nada registrado ni en ejecución, solo cosas que dejó atrás.</translation>
    </message>
    <message>
        <source>Parts of it were found, but the list of installed programs could not be read completely, so it may still be installed.</source>
        <translation>Se encontraron partes, pero la lista de programas instalados no se pudo leer por completo, así que puede que siga instalado.</translation>
    </message>
    <message>
        <source>It is a copy that runs without being installed: %1</source>
        <translation>Es una copia que se ejecuta sin estar instalada: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n independent place(s) agree.</source>
        <translation>
            <numerusform>Coincide %n lugar independiente.</numerusform>
            <numerusform>Coinciden %n lugares independientes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only signs that nobody has confirmed point to it.</source>
        <translation>Solo lo señalan indicios que nadie ha confirmado.</translation>
    </message>
    <message>
        <source>The administrator marked this package to be kept.</source>
        <translation>El administrador marcó este paquete para conservarlo.</translation>
    </message>
    <message numerus="yes">
        <source>U.S. updates ended %n day(s) ago (%2).</source>
        <translation>
            <numerusform>Las actualizaciones en EE. UU. terminaron hace %n día (%2).</numerusform>
            <numerusform>Las actualizaciones en EE. UU. terminaron hace %n días (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New agreements ended %n day(s) ago (%2). Updates may still be supplied on that date.</source>
        <translation>
            <numerusform>Los contratos nuevos terminaron hace %n día (%2). En esa fecha todavía se pueden suministrar actualizaciones.</numerusform>
            <numerusform>Los contratos nuevos terminaron hace %n días (%2). En esa fecha todavía se pueden suministrar actualizaciones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your organization has not been allowed to use it for %n day(s) (since %2).</source>
        <translation>
            <numerusform>Su organización no puede usarlo desde hace %n día (desde el %2).</numerusform>
            <numerusform>Su organización no puede usarlo desde hace %n días (desde el %2).</numerusform>
        </translation>
    </message>
    <message>
        <source>On %1 no rule we know of was in force yet.</source>
        <translation>El %1 no estaba en vigor ninguna norma que conozcamos.</translation>
    </message>
    <message>
        <source>No rule we know of binds you. The U.S. rules are about U.S. persons and computers in the United States.</source>
        <translation>Ninguna norma que conozcamos le obliga. Las normas de EE. UU. se refieren a personas de EE. UU. y a equipos que están en Estados Unidos.</translation>
    </message>
    <message numerus="yes">
        <source>Rules for government bodies differ from place to place; we know of %n. Ask who is responsible for IT security.</source>
        <translation>
            <numerusform>Las normas para organismos públicos varían de un lugar a otro; conocemos %n. Pregunte a quien se encargue de la seguridad informática.</numerusform>
            <numerusform>Las normas para organismos públicos varían de un lugar a otro; conocemos %n. Pregunte a quien se encargue de la seguridad informática.</numerusform>
        </translation>
    </message>
    <message>
        <source>The determination leaves this kind of product out: threat intelligence, security training and purely informational advice.</source>
        <translation>La determinación excluye esta clase de producto: inteligencia sobre amenazas, formación en seguridad y asesoramiento meramente informativo.</translation>
    </message>
    <message>
        <source>The determination names anti-virus software.</source>
        <translation>La determinación nombra los programas antivirus.</translation>
    </message>
    <message>
        <source>The determination covers any Kaspersky cybersecurity product or service.</source>
        <translation>La determinación abarca cualquier producto o servicio de ciberseguridad de Kaspersky.</translation>
    </message>
    <message>
        <source>The determination covers any Kaspersky cybersecurity product or service. We found no text that names this one, so this is likely, not certain.</source>
        <translation>La determinación abarca cualquier producto o servicio de ciberseguridad de Kaspersky. No encontramos ningún texto que nombre este, así que es probable, no seguro.</translation>
    </message>
    <message>
        <source>It may contain a Kaspersky engine; which versions still do is not confirmed. Building Kaspersky into other products has been prohibited since %1.</source>
        <translation>Puede contener un motor de Kaspersky; no está confirmado qué versiones lo tienen todavía. Integrar Kaspersky en otros productos está prohibido desde el %1.</translation>
    </message>
    <message>
        <source>No text we read names this product, so we cannot say whether the rules cover it.</source>
        <translation>Ningún texto que hayamos leído nombra este producto, así que no podemos decir si las normas lo abarcan.</translation>
    </message>
    <message>
        <source>Using it is not an offense. The risk of running it without updates is yours.</source>
        <translation>Usarlo no es una infracción. El riesgo de usarlo sin actualizaciones es suyo.</translation>
    </message>
    <message>
        <source>If it still runs, it knows only what it knew then.</source>
        <translation>Si todavía funciona, solo conoce lo que conocía entonces.</translation>
    </message>
    <message numerus="yes">
        <source>Its databases were last updated on %2, %n day(s) ago.</source>
        <translation>
            <numerusform>Sus bases de datos se actualizaron por última vez el %2, hace %n día.</numerusform>
            <numerusform>Sus bases de datos se actualizaron por última vez el %2, hace %n días.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its databases were updated on %1, after U.S. updates ended. Updates that come from elsewhere do not mean the rule has changed.</source>
        <translation>Sus bases de datos se actualizaron el %1, después de que terminaran las actualizaciones en EE. UU. Que lleguen actualizaciones de otro lugar no significa que la norma haya cambiado.</translation>
    </message>
    <message numerus="yes">
        <source>Its license ended %n day(s) ago.</source>
        <translation>
            <numerusform>Su licencia terminó hace %n día.</numerusform>
            <numerusform>Su licencia terminó hace %n días.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its license runs for %n more day(s).</source>
        <translation>
            <numerusform>A su licencia le queda %n día más.</numerusform>
            <numerusform>A su licencia le quedan %n días más.</numerusform>
        </translation>
    </message>
    <message>
        <source>An administration server manages it.</source>
        <translation>Lo gestiona un servidor de administración.</translation>
    </message>
    <message>
        <source>An organization manages this computer.</source>
        <translation>Una organización administra este equipo.</translation>
    </message>
    <message>
        <source>Removing it asks for a password.</source>
        <translation>Para quitarlo se pide una contraseña.</translation>
    </message>
    <message>
        <source>It guards its own files while it runs.</source>
        <translation>Protege sus propios archivos mientras funciona.</translation>
    </message>
    <message>
        <source>It may hold saved passwords. Export them before anything is removed.</source>
        <translation>Puede contener contraseñas guardadas. Expórtelas antes de quitar nada.</translation>
    </message>
    <message>
        <source>It may hold encrypted vaults or disks. Open and empty them before anything is removed.</source>
        <translation>Puede contener almacenes o discos cifrados. Ábralos y vacíelos antes de quitar nada.</translation>
    </message>
    <message>
        <source>It was put in Kaspersky&apos;s place on U.S. Windows PCs from %1 on, without asking first.</source>
        <translation>Se puso en lugar de Kaspersky en equipos con Windows de EE. UU. a partir del %1, sin preguntar antes.</translation>
    </message>
    <message>
        <source>It is not made by Kaspersky and the rules do not cover it. Keeping it or switching is your choice.</source>
        <translation>No lo fabrica Kaspersky y las normas no lo abarcan. Conservarlo o cambiar es decisión suya.</translation>
    </message>
    <message>
        <source>None of what is left protects you any more.</source>
        <translation>Nada de lo que queda le protege ya.</translation>
    </message>
    <message numerus="yes">
        <source>No Kaspersky and no UltraAV was found in the %n place(s) that were read.</source>
        <translation>
            <numerusform>No se encontró ni Kaspersky ni UltraAV en el %n lugar que se leyó.</numerusform>
            <numerusform>No se encontró ni Kaspersky ni UltraAV en los %n lugares que se leyeron.</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not be read completely: %1</source>
        <translation>No se pudo leer por completo: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n important place(s) could not be read, so we cannot say that nothing is there.</source>
        <translation>
            <numerusform>No se pudo leer %n lugar importante, así que no podemos decir que no haya nada.</numerusform>
            <numerusform>No se pudieron leer %n lugares importantes, así que no podemos decir que no haya nada.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Our facts are from %2, %n day(s) ago. Update them before you rely on this.</source>
        <translation>
            <numerusform>Nuestros datos son del %2, de hace %n día. Actualícelos antes de confiar en esto.</numerusform>
            <numerusform>Nuestros datos son del %2, de hace %n días. Actualícelos antes de confiar en esto.</numerusform>
        </translation>
    </message>
    <message>
        <source>Our facts are too old to say that nothing is here or that everything is in order: names and rules may have changed since.</source>
        <translation>Nuestros datos son demasiado antiguos para decir que aquí no hay nada o que todo está en orden: los nombres y las normas pueden haber cambiado.</translation>
    </message>
    <message>
        <source>Our facts are dated %1, later than this computer&apos;s clock says. Check the clock.</source>
        <translation>Nuestros datos llevan fecha del %1, posterior a la del reloj de este equipo. Compruebe el reloj.</translation>
    </message>
    <message>
        <source>Catalog %1 is installed. It is good until %2.</source>
        <translation>El catálogo %1 está instalado. Es válido hasta el %2.</translation>
    </message>
    <message>
        <source>Catalog %1 is the newest one. Nothing had to be changed.</source>
        <translation>El catálogo %1 es el más reciente. No hizo falta cambiar nada.</translation>
    </message>
    <message>
        <source>Catalog %1 is in use again. Going back once more undoes this.</source>
        <translation>El catálogo %1 vuelve a estar en uso. Volver atrás una vez más deshace esto.</translation>
    </message>
    <message>
        <source>There is no other whole catalog to go back to.</source>
        <translation>No hay otro catálogo íntegro al que volver.</translation>
    </message>
    <message>
        <source>Offramp may now look for a newer catalog by itself, once a week at most.</source>
        <translation>Ahora Offramp puede buscar por sí mismo un catálogo más reciente, como mucho una vez por semana.</translation>
    </message>
    <message>
        <source>Automatic updating is off. Offramp asks no server by itself.</source>
        <translation>La actualización automática está desactivada. Offramp no consulta ningún servidor por sí mismo.</translation>
    </message>
    <message>
        <source>The next automatic update is not before %1.</source>
        <translation>La próxima actualización automática no será antes del %1.</translation>
    </message>
    <message>
        <source>This Offramp knows no server to ask. Import a catalog file instead, or name a server in a terminal: offramp-cli catalog update --mirror https://…</source>
        <translation>Este Offramp no conoce ningún servidor al que consultar. Importe un archivo de catálogo o indique un servidor en una terminal: offramp-cli catalog update --mirror https://…</translation>
    </message>
    <message>
        <source>The update was stopped. What was downloaded is kept; the catalog in use did not change.</source>
        <translation>La actualización se detuvo. Lo descargado se conserva; el catálogo en uso no cambió.</translation>
    </message>
    <message>
        <source>Another Offramp is updating the catalog right now. Wait until it is done.</source>
        <translation>Otro Offramp está actualizando el catálogo en este momento. Espere a que termine.</translation>
    </message>
    <message>
        <source>The catalog could not be stored: %1. Free some space or check your rights to that folder.</source>
        <translation>No se pudo guardar el catálogo: %1. Libere espacio o compruebe sus permisos para esa carpeta.</translation>
    </message>
    <message>
        <source>The server %1 cannot be reached. Check the connection and try again later.</source>
        <translation>No se puede llegar al servidor %1. Compruebe la conexión e inténtelo más tarde.</translation>
    </message>
    <message>
        <source>The server %1 has a problem (%2). Try again later.</source>
        <translation>El servidor %1 tiene un problema (%2). Inténtelo más tarde.</translation>
    </message>
    <message>
        <source>The server %1 is too slow. Try again later; what was downloaded is kept.</source>
        <translation>El servidor %1 es demasiado lento. Inténtelo más tarde; lo descargado se conserva.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off. Try again; what was downloaded is kept.</source>
        <translation>La conexión con %1 se cortó. Inténtelo de nuevo; lo descargado se conserva.</translation>
    </message>
    <message>
        <source>The server %1 could not prove who it is. Check this computer&apos;s clock, and whether the network asks you to sign in.</source>
        <translation>El servidor %1 no pudo demostrar quién es. Compruebe el reloj de este equipo y si la red le pide iniciar sesión.</translation>
    </message>
    <message>
        <source>The address %1 cannot be used. It has to begin with https:// and name a folder.</source>
        <translation>La dirección %1 no se puede usar. Debe empezar por https:// y nombrar una carpeta.</translation>
    </message>
    <message>
        <source>The server %1 sent us to %2, which is not on the list of servers. Nothing was taken from there.</source>
        <translation>El servidor %1 nos envió a %2, que no está en la lista de servidores. No se tomó nada de allí.</translation>
    </message>
    <message>
        <source>The server %1 keeps sending us around. Try again later.</source>
        <translation>El servidor %1 nos hace dar vueltas. Inténtelo más tarde.</translation>
    </message>
    <message>
        <source>The server %1 answered with something else than a catalog (%2). If the network asks you to sign in, do that first.</source>
        <translation>El servidor %1 respondió con algo que no es un catálogo (%2). Si la red le pide iniciar sesión, hágalo primero.</translation>
    </message>
    <message>
        <source>The answer of the server %1 contradicts itself (%2). Try again later or use another server.</source>
        <translation>La respuesta del servidor %1 se contradice (%2). Inténtelo más tarde o use otro servidor.</translation>
    </message>
    <message>
        <source>This is more than a catalog may hold, so it was not taken: %1</source>
        <translation>Es más de lo que un catálogo puede contener, así que no se tomó: %1</translation>
    </message>
    <message>
        <source>The catalog is not complete. Download it again.</source>
        <translation>El catálogo no está completo. Descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>The file unpacks to more than a catalog may hold, so it was not opened. Do not use it.</source>
        <translation>El archivo contiene más de lo que un catálogo puede contener, así que no se abrió. No lo use.</translation>
    </message>
    <message>
        <source>Check the name and your rights; this cannot be read: %1</source>
        <translation>Compruebe el nombre y sus permisos; esto no se puede leer: %1</translation>
    </message>
    <message>
        <source>Its signature is missing or damaged. Get the file that ends in .minisig too and put it beside the catalog.</source>
        <translation>Su firma falta o está dañada. Consiga también el archivo que termina en .minisig y póngalo junto al catálogo.</translation>
    </message>
    <message>
        <source>Its signature is of an older kind that is not accepted. Ask for one made the way the publishing guide says.</source>
        <translation>Su firma es de un tipo antiguo que no se acepta. Pida una hecha como indica la guía de publicación.</translation>
    </message>
    <message>
        <source>The signature belongs to something else. Get the catalog and its signature from the same place.</source>
        <translation>La firma pertenece a otra cosa. Consiga el catálogo y su firma del mismo lugar.</translation>
    </message>
    <message>
        <source>It was signed with a key this Offramp does not know. Use an official catalog, or update Offramp if keys were changed.</source>
        <translation>Se firmó con una clave que este Offramp no conoce. Use un catálogo oficial o actualice Offramp si las claves cambiaron.</translation>
    </message>
    <message>
        <source>It is not what was signed: something changed it on the way, or it is not complete. Download it again from another place.</source>
        <translation>No es lo que se firmó: algo lo cambió por el camino o no está completo. Descárguelo de nuevo desde otro lugar.</translation>
    </message>
    <message>
        <source>The page that names the newest catalog is signed, but this Offramp does not understand it. Update Offramp.</source>
        <translation>La página que nombra el catálogo más reciente está firmada, pero este Offramp no la entiende. Actualice Offramp.</translation>
    </message>
    <message>
        <source>Catalog %1 is not newer than %2, which is or was in use here. Look for a newer one.</source>
        <translation>El catálogo %1 no es más reciente que %2, que está o estuvo en uso aquí. Busque uno más reciente.</translation>
    </message>
    <message>
        <source>Catalog %1 was good only until %2. Look for a newer one, and check this computer&apos;s clock.</source>
        <translation>El catálogo %1 solo era válido hasta el %2. Busque uno más reciente y compruebe el reloj de este equipo.</translation>
    </message>
    <message>
        <source>Catalog %1 is made for a newer Offramp. Update Offramp first.</source>
        <translation>El catálogo %1 está hecho para un Offramp más reciente. Actualice Offramp primero.</translation>
    </message>
    <message>
        <source>Catalog %1 does not hold what its signature says. Wait for the next one.</source>
        <translation>El catálogo %1 no contiene lo que dice su firma. Espere al siguiente.</translation>
    </message>
    <message>
        <source>Catalog %1 is signed but damaged (%2). Wait for the next one.</source>
        <translation>El catálogo %1 está firmado, pero dañado (%2). Espere al siguiente.</translation>
    </message>
    <message>
        <source>The downloaded catalog %1 is damaged, so an older one is in use. Update the catalog.</source>
        <translation>El catálogo descargado %1 está dañado, así que se usa uno anterior. Actualice el catálogo.</translation>
    </message>
    <message>
        <source>Catalog %1 is whole and signed with the key &quot;%2&quot; (%3).</source>
        <translation>El catálogo %1 está íntegro y firmado con la clave «%2» (%3).</translation>
    </message>
    <message>
        <source>Catalog %1 is whole. It came with the program and has no signature of its own.</source>
        <translation>El catálogo %1 está íntegro. Vino con el programa y no tiene firma propia.</translation>
    </message>
    <message>
        <source>Covers %1 of %2 things you want to keep.</source>
        <translation>Cubre %1 de las %2 cosas que quiere conservar.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them not confirmed.</source>
        <translation>
            <numerusform>%n de ellas sin confirmar.</numerusform>
            <numerusform>%n de ellas sin confirmar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known.</source>
        <translation>
            <numerusform>De %n no se sabe.</numerusform>
            <numerusform>De %n no se sabe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Does not include: %1</source>
        <translation>No incluye: %1</translation>
    </message>
    <message>
        <source>%1, %2 (%3): %4</source>
        <translation>%1, %2 (%3): %4</translation>
    </message>
    <message>
        <source>No recent laboratory result of this edition was read.</source>
        <translation>No se leyó ningún resultado reciente de laboratorio de esta edición.</translation>
    </message>
    <message>
        <source>Comes with your system at no cost.</source>
        <translation>Viene con su sistema sin costo.</translation>
    </message>
    <message>
        <source>Free of charge.</source>
        <translation>Gratuito.</translation>
    </message>
    <message>
        <source>On Windows Server it has to be switched on by hand.</source>
        <translation>En Windows Server hay que activarlo a mano.</translation>
    </message>
    <message>
        <source>Whether it is sold in the United States is not confirmed.</source>
        <translation>No está confirmado si se vende en Estados Unidos.</translation>
    </message>
    <message>
        <source>%1 no longer gets updates</source>
        <translation>%1 ya no recibe actualizaciones</translation>
    </message>
    <message>
        <source>%1 is no longer sold in the United States</source>
        <translation>%1 ya no se vende en Estados Unidos</translation>
    </message>
    <message>
        <source>Your organization may not use %1</source>
        <translation>Su organización no puede usar %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 is gone, but left %n thing(s) behind</source>
        <translation>
            <numerusform>%1 ya no está, pero dejó %n cosa</numerusform>
            <numerusform>%1 ya no está, pero dejó %n cosas</numerusform>
        </translation>
    </message>
    <message>
        <source>A copy of %1 is here, but it is not installed</source>
        <translation>Hay una copia de %1, pero no está instalada</translation>
    </message>
    <message>
        <source>%1 is here instead of Kaspersky</source>
        <translation>%1 está aquí en lugar de Kaspersky</translation>
    </message>
    <message>
        <source>%1 is here; whether Kaspersky is too could not be told</source>
        <translation>%1 está aquí; no se pudo saber si Kaspersky también</translation>
    </message>
    <message>
        <source>%1 is here, but important places could not be read</source>
        <translation>%1 está aquí, pero no se pudieron leer lugares importantes</translation>
    </message>
    <message>
        <source>It is not certain what the rules say about %1</source>
        <translation>No es seguro lo que dicen las normas sobre %1</translation>
    </message>
    <message>
        <source>There are signs of %1, but none is certain</source>
        <translation>Hay indicios de %1, pero ninguno es seguro</translation>
    </message>
    <message>
        <source>The rules leave out %1</source>
        <translation>Las normas excluyen %1</translation>
    </message>
    <message>
        <source>No rule we know of tells you to stop using %1</source>
        <translation>Ninguna norma que conozcamos le pide dejar de usar %1</translation>
    </message>
    <message>
        <source>On %2 no rule about %1 was in force yet</source>
        <translation>El %2 no estaba en vigor ninguna norma sobre %1</translation>
    </message>
    <message>
        <source>No Kaspersky found on this computer</source>
        <translation>No se encontró Kaspersky en este equipo</translation>
    </message>
    <message>
        <source>We could not tell whether Kaspersky is here</source>
        <translation>No pudimos saber si Kaspersky está aquí</translation>
    </message>
    <message>
        <source>Parts of Kaspersky are here, but we could not tell whether it is still installed</source>
        <translation>Hay partes de Kaspersky, pero no pudimos saber si sigue instalado</translation>
    </message>
    <message>
        <source>This computer is managed. Do not remove it yourself.</source>
        <translation>Este equipo está administrado. No lo quite por su cuenta.</translation>
    </message>
    <message>
        <source>It is time for a reminder.</source>
        <translation>Es hora de un recordatorio.</translation>
    </message>
    <message>
        <source>Kaspersky or UltraAV came back to this computer.</source>
        <translation>Kaspersky o UltraAV volvió a este equipo.</translation>
    </message>
    <message>
        <source>The next reminder is due on %1.</source>
        <translation>El próximo recordatorio será el %1.</translation>
    </message>
    <message>
        <source>You chose not to be reminded before %1.</source>
        <translation>Usted eligió no recibir recordatorios antes del %1.</translation>
    </message>
    <message>
        <source>There is never more than one reminder a day.</source>
        <translation>Nunca hay más de un recordatorio al día.</translation>
    </message>
    <message>
        <source>A reminder waits for the end of the quiet hours.</source>
        <translation>Un recordatorio espera a que terminen las horas de silencio.</translation>
    </message>
    <message>
        <source>A reminder waits until a full-screen program or do-not-disturb has ended.</source>
        <translation>Un recordatorio espera a que termine el programa a pantalla completa o el modo no molestar.</translation>
    </message>
    <message>
        <source>Reminders are off.</source>
        <translation>Los recordatorios están desactivados.</translation>
    </message>
    <message>
        <source>You asked not to be reminded again. Offramp will say nothing by itself, even if things get worse.</source>
        <translation>Usted pidió que no se le recuerde más. Offramp no dirá nada por sí mismo, ni siquiera si las cosas empeoran.</translation>
    </message>
    <message>
        <source>This computer is clean, so reminders have ended. Offramp only watches whether Kaspersky or UltraAV comes back, and would say so once.</source>
        <translation>Este equipo está limpio, así que los recordatorios terminaron. Offramp solo vigila si Kaspersky o UltraAV vuelve, y lo diría una vez.</translation>
    </message>
    <message>
        <source>Offramp said once that it came back and does not repeat it. Choose a day if you want to be reminded again.</source>
        <translation>Offramp dijo una vez que volvió y no lo repite. Elija un día si quiere que se le recuerde de nuevo.</translation>
    </message>
    <message>
        <source>This computer is managed, so there is nothing here for you to do.</source>
        <translation>Este equipo está administrado, así que no tiene que hacer nada aquí.</translation>
    </message>
    <message>
        <source>The last check found nothing to remind you of.</source>
        <translation>La última revisión no encontró nada que recordarle.</translation>
    </message>
    <message>
        <source>Its own uninstaller opens and may ask questions. Offramp waits until it is done.</source>
        <translation>Se abre su propio desinstalador y puede hacer preguntas. Offramp espera a que termine.</translation>
    </message>
    <message>
        <source>If a password protects it, that password is asked for. Offramp does not get around it.</source>
        <translation>Si lo protege una contraseña, se pide esa contraseña. Offramp no la elude.</translation>
    </message>
    <message>
        <source>When it is gone, something else has to protect this computer. Offramp watches until it does.</source>
        <translation>Cuando ya no esté, otra cosa tiene que proteger este equipo. Offramp vigila hasta que lo haga.</translation>
    </message>
    <message>
        <source>On Windows Server, Microsoft Defender does not come back by itself. It has to be turned on by hand.</source>
        <translation>En Windows Server, Microsoft Defender no vuelve por sí solo. Hay que activarlo a mano.</translation>
    </message>
    <message>
        <source>Export your passwords and make sure they work elsewhere. Until then it stays.</source>
        <translation>Exporte sus contraseñas y compruebe que funcionan en otro sitio. Hasta entonces se queda.</translation>
    </message>
    <message>
        <source>Limits and reports for children end on this computer when it is gone.</source>
        <translation>Los límites y los informes para los niños terminan en este equipo cuando se quita.</translation>
    </message>
    <message>
        <source>If disks or files were encrypted with it, undo that first. Otherwise the removal stops, and files can stay locked.</source>
        <translation>Si se cifraron discos o archivos con él, deshágalo antes. Si no, la eliminación se detiene y los archivos pueden quedar bloqueados.</translation>
    </message>
    <message>
        <source>If an administration server manages it, that server can install it again. Ask its administrator first.</source>
        <translation>Si lo administra un servidor, ese servidor puede instalarlo de nuevo. Pregunte antes a su administrador.</translation>
    </message>
    <message>
        <source>The agent goes after the products it manages.</source>
        <translation>El agente se quita después de los productos que administra.</translation>
    </message>
    <message>
        <source>It manages other computers, so Offramp does not remove it. Its administrator has to plan that.</source>
        <translation>Administra otros equipos, por eso Offramp no lo quita. Su administrador tiene que planearlo.</translation>
    </message>
    <message>
        <source>Nothing asks you to remove it. Keep it or take it away, as you like.</source>
        <translation>Nada le pide que lo quite. Consérvelo o quítelo, como prefiera.</translation>
    </message>
    <message>
        <source>On a Mac, use the uninstaller on its installation image and restart. Offramp does not remove programs on a Mac.</source>
        <translation>En un Mac, use el desinstalador de su imagen de instalación y reinicie. Offramp no quita programas en un Mac.</translation>
    </message>
    <message>
        <source>It is a program of its own and is removed on its own.</source>
        <translation>Es un programa aparte y se quita aparte.</translation>
    </message>
    <message>
        <source>Settings it kept in the Windows registry.</source>
        <translation>Ajustes que guardaba en el Registro de Windows.</translation>
    </message>
    <message>
        <source>Uninstalling leaves this key behind.</source>
        <translation>La desinstalación deja esta clave.</translation>
    </message>
    <message>
        <source>The folder of its program.</source>
        <translation>La carpeta de su programa.</translation>
    </message>
    <message>
        <source>Its data: databases, reports and settings.</source>
        <translation>Sus datos: bases de datos, informes y ajustes.</translation>
    </message>
    <message>
        <source>Its log files.</source>
        <translation>Sus archivos de registro.</translation>
    </message>
    <message>
        <source>With it, the product could look inside secure web pages.</source>
        <translation>Con él, el producto podía mirar dentro de páginas web seguras.</translation>
    </message>
    <message>
        <source>Its extension for a browser. It does nothing without the product.</source>
        <translation>Su extensión para un navegador. Sin el producto no hace nada.</translation>
    </message>
    <message>
        <source>It makes a browser install the extension again.</source>
        <translation>Hace que un navegador vuelva a instalar la extensión.</translation>
    </message>
    <message>
        <source>It let the browser extension talk to the product.</source>
        <translation>Permitía que la extensión del navegador hablara con el producto.</translation>
    </message>
    <message>
        <source>The entry of a service. Without its program it does nothing.</source>
        <translation>La entrada de un servicio. Sin su programa no hace nada.</translation>
    </message>
    <message>
        <source>The entry of a driver. Offramp does not touch drivers, because a mistake could keep Windows from starting.</source>
        <translation>La entrada de un controlador. Offramp no toca controladores, porque un error podría impedir que Windows se inicie.</translation>
    </message>
    <message>
        <source>Part of Windows networking. Taken out wrongly it can cut off the network, so Offramp only shows it.</source>
        <translation>Parte de la red de Windows. Mal quitada puede cortar la red, por eso Offramp solo la muestra.</translation>
    </message>
    <message>
        <source>A network adapter that exists only in software. It does nothing without its program.</source>
        <translation>Un adaptador de red que solo existe en el software. Sin su programa no hace nada.</translation>
    </message>
    <message>
        <source>A filter for keyboard, mouse or disks. Taken out wrongly these stop working, so Offramp only shows it.</source>
        <translation>Un filtro para el teclado, el ratón o los discos. Mal quitado, dejan de funcionar, por eso Offramp solo lo muestra.</translation>
    </message>
    <message>
        <source>A task of the Windows Task Scheduler. Offramp shows it and leaves it to you.</source>
        <translation>Una tarea del Programador de tareas de Windows. Offramp la muestra y se la deja a usted.</translation>
    </message>
    <message>
        <source>It told the system to start a service that is gone.</source>
        <translation>Le decía al sistema que iniciara un servicio que ya no está.</translation>
    </message>
    <message>
        <source>Settings of a package that was removed.</source>
        <translation>Ajustes de un paquete que se quitó.</translation>
    </message>
    <message>
        <source>It may hold an encrypted password vault. Offramp leaves it where it is.</source>
        <translation>Puede contener un almacén cifrado de contraseñas. Offramp lo deja donde está.</translation>
    </message>
    <message>
        <source>It is moved to a quarantine and can be put back.</source>
        <translation>Se mueve a una cuarentena y se puede devolver.</translation>
    </message>
    <message>
        <source>It stays, because %1 is still here and may use it.</source>
        <translation>Se queda, porque %1 sigue aquí y puede usarlo.</translation>
    </message>
    <message>
        <source>It holds %1, which Offramp does not touch, so it stays where it is.</source>
        <translation>Contiene %1, que Offramp no toca, así que se queda donde está.</translation>
    </message>
    <message>
        <source>Its file is gone. If this computer was restarted since, it starts without it.</source>
        <translation>Su archivo ya no está. Si este equipo se reinició desde entonces, se inicia sin él.</translation>
    </message>
    <message>
        <source>Its file is still there, so Windows starts as before.</source>
        <translation>Su archivo sigue ahí, así que Windows se inicia como antes.</translation>
    </message>
    <message>
        <source>Whether its file is there could not be told.</source>
        <translation>No se pudo saber si su archivo está ahí.</translation>
    </message>
    <message>
        <source>It names the driver %1, whose file or entry is gone. After the next start, keyboard, mouse or disks may not work. Get help before you restart.</source>
        <translation>Nombra el controlador %1, cuyo archivo o entrada ya no está. Tras el próximo inicio, el teclado, el ratón o los discos pueden no funcionar. Busque ayuda antes de reiniciar.</translation>
    </message>
    <message>
        <source>It names the driver %1, which is still there, so everything works as before.</source>
        <translation>Nombra el controlador %1, que sigue ahí, así que todo funciona como antes.</translation>
    </message>
    <message>
        <source>It names the driver %1. Whether that is still there could not be told.</source>
        <translation>Nombra el controlador %1. No se pudo saber si sigue ahí.</translation>
    </message>
    <message>
        <source>Its program is still there, so Offramp leaves it alone.</source>
        <translation>Su programa sigue ahí, así que Offramp lo deja en paz.</translation>
    </message>
    <message>
        <source>Whether its program is still there could not be told, so Offramp leaves it alone.</source>
        <translation>No se pudo saber si su programa sigue ahí, así que Offramp lo deja en paz.</translation>
    </message>
    <message>
        <source>Nobody we read confirms that this is left behind, so look before you choose it.</source>
        <translation>Nadie que hayamos leído confirma que esto quede atrás, así que mire antes de elegirlo.</translation>
    </message>
    <message>
        <source>Export your passwords first</source>
        <translation>Exporte primero sus contraseñas</translation>
    </message>
    <message>
        <source>No password vault was found</source>
        <translation>No se encontró ningún almacén de contraseñas</translation>
    </message>
    <message>
        <source>Your passwords are exported and counted</source>
        <translation>Sus contraseñas están exportadas y contadas</translation>
    </message>
    <message>
        <source>You said that you do not need the passwords</source>
        <translation>Usted dijo que no necesita las contraseñas</translation>
    </message>
    <message>
        <source>Whether a password vault is here could not be told</source>
        <translation>No se pudo saber si hay un almacén de contraseñas</translation>
    </message>
    <message>
        <source>Only Kaspersky can open the password vault. Export while its program is still here; later it may be out of reach.</source>
        <translation>Solo Kaspersky puede abrir el almacén de contraseñas. Exporte mientras su programa siga aquí; después puede quedar fuera de alcance.</translation>
    </message>
    <message>
        <source>In Kaspersky Password Manager open Settings, then Import/Export.</source>
        <translation>En Kaspersky Password Manager abra Configuración y luego Importar/Exportar.</translation>
    </message>
    <message>
        <source>Choose Export to text file and save it on this computer.</source>
        <translation>Elija exportar a un archivo de texto y guárdelo en este equipo.</translation>
    </message>
    <message>
        <source>Let Offramp count what is in the file. It keeps nothing from it.</source>
        <translation>Deje que Offramp cuente lo que hay en el archivo. No se queda con nada de él.</translation>
    </message>
    <message>
        <source>Bank cards, addresses and documents may not be in the file. Copy those by hand.</source>
        <translation>Las tarjetas bancarias, direcciones y documentos pueden no estar en el archivo. Cópielos a mano.</translation>
    </message>
    <message>
        <source>Undo Kaspersky&apos;s encryption first</source>
        <translation>Deshaga primero el cifrado de Kaspersky</translation>
    </message>
    <message>
        <source>Nothing here can be encrypted with Kaspersky</source>
        <translation>Nada aquí puede estar cifrado con Kaspersky</translation>
    </message>
    <message>
        <source>Did you encrypt files or disks with Kaspersky?</source>
        <translation>¿Cifró archivos o discos con Kaspersky?</translation>
    </message>
    <message>
        <source>You said that nothing is encrypted</source>
        <translation>Usted dijo que no hay nada cifrado</translation>
    </message>
    <message>
        <source>Whether something is encrypted could not be told</source>
        <translation>No se pudo saber si hay algo cifrado</translation>
    </message>
    <message>
        <source>%1 can lock files and disks. Without it they may never open again. Offramp cannot look inside.</source>
        <translation>%1 puede bloquear archivos y discos. Sin él quizá no vuelvan a abrirse nunca. Offramp no puede mirar dentro.</translation>
    </message>
    <message>
        <source>Signs of encryption were found: %1</source>
        <translation>Se encontraron señales de cifrado: %1</translation>
    </message>
    <message>
        <source>Open every vault, copy what is in it elsewhere, and decrypt disks before you go on.</source>
        <translation>Abra cada almacén, copie su contenido a otro sitio y descifre los discos antes de seguir.</translation>
    </message>
    <message>
        <source>Is anything in Kaspersky&apos;s quarantine that you need?</source>
        <translation>¿Hay algo en la cuarentena de Kaspersky que necesite?</translation>
    </message>
    <message>
        <source>There is no quarantine to bring back from</source>
        <translation>No hay cuarentena de la que recuperar nada</translation>
    </message>
    <message>
        <source>You looked into the quarantine</source>
        <translation>Usted miró en la cuarentena</translation>
    </message>
    <message>
        <source>What is in it goes with the product. Offramp cannot look inside.</source>
        <translation>Lo que hay en ella se va con el producto. Offramp no puede mirar dentro.</translation>
    </message>
    <message>
        <source>Open the product, look under Quarantine or Backup, and restore what you need.</source>
        <translation>Abra el producto, mire en Cuarentena o Copia de seguridad y restaure lo que necesite.</translation>
    </message>
    <message>
        <source>Does your subscription renew by itself?</source>
        <translation>¿Se renueva sola su suscripción?</translation>
    </message>
    <message>
        <source>No subscription of your own belongs to it</source>
        <translation>No le corresponde ninguna suscripción propia</translation>
    </message>
    <message>
        <source>You checked your subscription</source>
        <translation>Usted comprobó su suscripción</translation>
    </message>
    <message>
        <source>We cannot see that. My Kaspersky shows it. Removing the program does not end it.</source>
        <translation>No podemos verlo. My Kaspersky lo muestra. Quitar el programa no la termina.</translation>
    </message>
    <message>
        <source>Nobody else manages this computer</source>
        <translation>Nadie más administra este equipo</translation>
    </message>
    <message>
        <source>Whether somebody manages this computer could not be told</source>
        <translation>No se pudo saber si alguien administra este equipo</translation>
    </message>
    <message>
        <source>You said that nobody else manages it</source>
        <translation>Usted dijo que nadie más lo administra</translation>
    </message>
    <message>
        <source>Ask whoever is responsible for it. Offramp has a page you can print or send.</source>
        <translation>Pregunte a quien sea responsable de él. Offramp tiene una página que puede imprimir o enviar.</translation>
    </message>
    <message>
        <source>An uninstall password is set</source>
        <translation>Hay una contraseña de desinstalación</translation>
    </message>
    <message>
        <source>No uninstall password is set</source>
        <translation>No hay contraseña de desinstalación</translation>
    </message>
    <message>
        <source>You have the uninstall password ready</source>
        <translation>Tiene a mano la contraseña de desinstalación</translation>
    </message>
    <message>
        <source>Whether an uninstall password is set could not be told</source>
        <translation>No se pudo saber si hay una contraseña de desinstalación</translation>
    </message>
    <message>
        <source>Have it ready. You type it when it is asked for; Offramp keeps it nowhere and does not get around it.</source>
        <translation>Téngala a mano. La escribe cuando se pida; Offramp no la guarda en ningún sitio ni la elude.</translation>
    </message>
    <message>
        <source>Its self-defense is on</source>
        <translation>Su autodefensa está activada</translation>
    </message>
    <message>
        <source>Its self-defense is not in the way</source>
        <translation>Su autodefensa no estorba</translation>
    </message>
    <message>
        <source>Whether its self-defense is on could not be told</source>
        <translation>No se pudo saber si su autodefensa está activada</translation>
    </message>
    <message>
        <source>Its own uninstaller turns it off and may ask you to confirm. Offramp does not get around it.</source>
        <translation>Su propio desinstalador la desactiva y puede pedirle que lo confirme. Offramp no la elude.</translation>
    </message>
    <message>
        <source>Microsoft Defender can take over</source>
        <translation>Microsoft Defender puede tomar el relevo</translation>
    </message>
    <message>
        <source>Microsoft Defender cannot take over</source>
        <translation>Microsoft Defender no puede tomar el relevo</translation>
    </message>
    <message>
        <source>Whether Microsoft Defender can take over could not be told</source>
        <translation>No se pudo saber si Microsoft Defender puede tomar el relevo</translation>
    </message>
    <message>
        <source>Microsoft Defender has to be turned on by hand</source>
        <translation>Hay que activar Microsoft Defender a mano</translation>
    </message>
    <message>
        <source>%1 protects this computer already</source>
        <translation>%1 ya protege este equipo</translation>
    </message>
    <message>
        <source>This system has no antivirus of its own</source>
        <translation>Este sistema no tiene antivirus propio</translation>
    </message>
    <message>
        <source>You decided what protects this computer afterwards</source>
        <translation>Usted decidió qué protege después este equipo</translation>
    </message>
    <message>
        <source>No policy keeps it off.</source>
        <translation>Ninguna directiva lo mantiene apagado.</translation>
    </message>
    <message>
        <source>A policy keeps it off: %1</source>
        <translation>Una directiva lo mantiene apagado: %1</translation>
    </message>
    <message>
        <source>Its service is switched off or missing.</source>
        <translation>Su servicio está desactivado o no está.</translation>
    </message>
    <message>
        <source>It is set to stay passive beside another antivirus.</source>
        <translation>Está configurado para quedarse pasivo junto a otro antivirus.</translation>
    </message>
    <message>
        <source>Install another antivirus first, or ask whoever set this.</source>
        <translation>Instale antes otro antivirus o pregunte a quien lo configuró así.</translation>
    </message>
    <message>
        <source>You can approve changes</source>
        <translation>Usted puede aprobar cambios</translation>
    </message>
    <message>
        <source>Changes need an administrator</source>
        <translation>Los cambios necesitan un administrador</translation>
    </message>
    <message>
        <source>Whether you can approve changes could not be told</source>
        <translation>No se pudo saber si usted puede aprobar cambios</translation>
    </message>
    <message>
        <source>The system will ask you once.</source>
        <translation>El sistema le preguntará una vez.</translation>
    </message>
    <message>
        <source>Sign in as an administrator, or have the password of one ready.</source>
        <translation>Inicie sesión como administrador o tenga a mano la contraseña de uno.</translation>
    </message>
    <message>
        <source>You have an administrator&apos;s password ready</source>
        <translation>Tiene a mano la contraseña de un administrador</translation>
    </message>
    <message>
        <source>No restart is waiting</source>
        <translation>No hay ningún reinicio pendiente</translation>
    </message>
    <message>
        <source>A restart is waiting</source>
        <translation>Hay un reinicio pendiente</translation>
    </message>
    <message>
        <source>Whether a restart is waiting could not be told</source>
        <translation>No se pudo saber si hay un reinicio pendiente</translation>
    </message>
    <message>
        <source>Asked for by: %1</source>
        <translation>Lo pide: %1</translation>
    </message>
    <message>
        <source>Restart the computer, then come back.</source>
        <translation>Reinicie el equipo y vuelva después.</translation>
    </message>
    <message>
        <source>No other installation is running</source>
        <translation>No hay otra instalación en marcha</translation>
    </message>
    <message>
        <source>Another installation is running</source>
        <translation>Hay otra instalación en marcha</translation>
    </message>
    <message>
        <source>Whether another installation is running could not be told</source>
        <translation>No se pudo saber si hay otra instalación en marcha</translation>
    </message>
    <message>
        <source>Running now: %1</source>
        <translation>En marcha ahora: %1</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>Espere a que termine.</translation>
    </message>
    <message>
        <source>Plugged in</source>
        <translation>Enchufado</translation>
    </message>
    <message>
        <source>The battery lasts</source>
        <translation>La batería aguanta</translation>
    </message>
    <message>
        <source>The battery may not last</source>
        <translation>La batería puede no aguantar</translation>
    </message>
    <message>
        <source>Whether the computer is plugged in could not be told</source>
        <translation>No se pudo saber si el equipo está enchufado</translation>
    </message>
    <message numerus="yes">
        <source>The battery is at %n percent.</source>
        <translation>
            <numerusform>La batería está al %n por ciento.</numerusform>
            <numerusform>La batería está al %n por ciento.</numerusform>
        </translation>
    </message>
    <message>
        <source>Plug in the computer.</source>
        <translation>Enchufe el equipo.</translation>
    </message>
    <message>
        <source>There is enough free space</source>
        <translation>Hay suficiente espacio libre</translation>
    </message>
    <message>
        <source>There is too little free space</source>
        <translation>Hay muy poco espacio libre</translation>
    </message>
    <message>
        <source>How much space is free could not be told</source>
        <translation>No se pudo saber cuánto espacio hay libre</translation>
    </message>
    <message numerus="yes">
        <source>Free megabytes: %n</source>
        <translation>
            <numerusform>Megabytes libres: %n</numerusform>
            <numerusform>Megabytes libres: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Free some space on the disk of the system. Megabytes needed: %n</source>
        <translation>
            <numerusform>Libere espacio en el disco del sistema. Megabytes necesarios: %n</numerusform>
            <numerusform>Libere espacio en el disco del sistema. Megabytes necesarios: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No other antivirus is in the way</source>
        <translation>No hay otro antivirus que estorbe</translation>
    </message>
    <message>
        <source>%1 is here, too</source>
        <translation>%1 también está aquí</translation>
    </message>
    <message>
        <source>Several other antivirus programs are on</source>
        <translation>Hay varios antivirus más activados</translation>
    </message>
    <message>
        <source>You know about the other antivirus programs</source>
        <translation>Usted conoce los otros antivirus</translation>
    </message>
    <message>
        <source>Whether another antivirus is here could not be told</source>
        <translation>No se pudo saber si hay otro antivirus</translation>
    </message>
    <message>
        <source>On at this moment: %1</source>
        <translation>Activado en este momento: %1</translation>
    </message>
    <message>
        <source>They can block each other. Decide which one stays.</source>
        <translation>Pueden bloquearse entre sí. Decida cuál se queda.</translation>
    </message>
    <message>
        <source>You chose to go on without knowing.</source>
        <translation>Eligió seguir sin saberlo.</translation>
    </message>
    <message numerus="yes">
        <source>Websites: %n</source>
        <translation>
            <numerusform>Sitios web: %n</numerusform>
            <numerusform>Sitios web: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Applications: %n</source>
        <translation>
            <numerusform>Aplicaciones: %n</numerusform>
            <numerusform>Aplicaciones: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Other accounts: %n</source>
        <translation>
            <numerusform>Otras cuentas: %n</numerusform>
            <numerusform>Otras cuentas: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Notes: %n</source>
        <translation>
            <numerusform>Notas: %n</numerusform>
            <numerusform>Notas: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Section %1, whose title this program does not know: %n</source>
        <translation>
            <numerusform>Sección %1, cuyo título este programa no conoce: %n</numerusform>
            <numerusform>Sección %1, cuyo título este programa no conoce: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The file was counted by its own headings. Compare the numbers with what the program shows.</source>
        <translation>El archivo se contó por sus propios títulos. Compare los números con los que muestra el programa.</translation>
    </message>
    <message>
        <source>The file is empty. Export again.</source>
        <translation>El archivo está vacío. Exporte otra vez.</translation>
    </message>
    <message>
        <source>There is no entry in the file. Export again, with everything selected.</source>
        <translation>No hay ninguna entrada en el archivo. Exporte otra vez, con todo seleccionado.</translation>
    </message>
    <message>
        <source>The file ends in the middle of an entry. Export again.</source>
        <translation>El archivo termina en medio de una entrada. Exporte otra vez.</translation>
    </message>
    <message>
        <source>The file is far larger than an export can be. Choose the text file that Kaspersky Password Manager made.</source>
        <translation>El archivo es mucho mayor de lo que puede ser una exportación. Elija el archivo de texto que hizo Kaspersky Password Manager.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>No se puede leer el archivo: %1</translation>
    </message>
    <message>
        <source>This is not a text file. In Kaspersky Password Manager choose Export to text file, and then that file.</source>
        <translation>Esto no es un archivo de texto. En Kaspersky Password Manager elija exportar a un archivo de texto y luego ese archivo.</translation>
    </message>
    <message>
        <source>This is a backup that only Kaspersky can open. Choose Export to text file instead.</source>
        <translation>Esta es una copia de seguridad que solo Kaspersky puede abrir. Elija en su lugar exportar a un archivo de texto.</translation>
    </message>
    <message>
        <source>This is a table, as browsers and other password managers export it. Choose the text file that Kaspersky Password Manager made.</source>
        <translation>Esto es una tabla, como la exportan los navegadores y otros administradores de contraseñas. Elija el archivo de texto que hizo Kaspersky Password Manager.</translation>
    </message>
    <message>
        <source>This text is not an export of Kaspersky Password Manager. Choose the file you saved with Export to text file.</source>
        <translation>Este texto no es una exportación de Kaspersky Password Manager. Elija el archivo que guardó al exportar a texto.</translation>
    </message>
    <message>
        <source>The file was overwritten and deleted. On an SSD, in a backup or in an online folder, copies can remain.</source>
        <translation>El archivo se sobrescribió y se borró. En un SSD, en una copia de seguridad o en una carpeta en línea pueden quedar copias.</translation>
    </message>
    <message>
        <source>The file could not be deleted: %1. Delete it yourself.</source>
        <translation>No se pudo borrar el archivo: %1. Bórrelo usted.</translation>
    </message>
    <message>
        <source>It says that it is done.</source>
        <translation>Dice que ha terminado.</translation>
    </message>
    <message>
        <source>It is done after a restart (code %1).</source>
        <translation>Termina tras un reinicio (código %1).</translation>
    </message>
    <message>
        <source>It says that the product is not installed (code %1).</source>
        <translation>Dice que el producto no está instalado (código %1).</translation>
    </message>
    <message>
        <source>The removal was canceled (code %1).</source>
        <translation>La eliminación se canceló (código %1).</translation>
    </message>
    <message>
        <source>The installer failed (code %1). Often a restart and a second try help.</source>
        <translation>El instalador falló (código %1). A menudo ayudan un reinicio y un segundo intento.</translation>
    </message>
    <message>
        <source>Another installation is running (code %1). Try again when it is done.</source>
        <translation>Hay otra instalación en marcha (código %1). Inténtelo de nuevo cuando termine.</translation>
    </message>
    <message>
        <source>The installer cannot find its own files (code %1). Installing the product again repairs that, or its maker&apos;s removal tool.</source>
        <translation>El instalador no encuentra sus propios archivos (código %1). Lo repara instalar de nuevo el producto o la herramienta de eliminación de su fabricante.</translation>
    </message>
    <message>
        <source>A policy of this computer forbids it (code %1). Ask whoever manages it.</source>
        <translation>Una directiva de este equipo lo prohíbe (código %1). Pregunte a quien lo administra.</translation>
    </message>
    <message>
        <source>Windows Installer could not be reached (code %1). Restart the computer and try again.</source>
        <translation>No se pudo contactar con Windows Installer (código %1). Reinicie el equipo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The installation package is damaged or not right for this computer (code %1).</source>
        <translation>El paquete de instalación está dañado o no es para este equipo (código %1).</translation>
    </message>
    <message>
        <source>It needs administrator rights (code %1).</source>
        <translation>Necesita derechos de administrador (código %1).</translation>
    </message>
    <message>
        <source>The question for permission was closed (code %1).</source>
        <translation>Se cerró la pregunta de permiso (código %1).</translation>
    </message>
    <message>
        <source>The permission was not given (code %1).</source>
        <translation>No se dio el permiso (código %1).</translation>
    </message>
    <message>
        <source>Another program is managing packages (code %1). Try again when it is done.</source>
        <translation>Otro programa está administrando paquetes (código %1). Inténtelo de nuevo cuando termine.</translation>
    </message>
    <message>
        <source>The package manager could not finish (code %1). Its own message says why.</source>
        <translation>El administrador de paquetes no pudo terminar (código %1). Su propio mensaje dice por qué.</translation>
    </message>
    <message>
        <source>It ended with the code %1, which is not in our table. The check afterwards decides.</source>
        <translation>Terminó con el código %1, que no está en nuestra tabla. Decide la comprobación posterior.</translation>
    </message>
    <message>
        <source>It was ended from outside (signal %1).</source>
        <translation>Lo terminaron desde fuera (señal %1).</translation>
    </message>
    <message>
        <source>Make a restore point</source>
        <translation>Crear un punto de restauración</translation>
    </message>
    <message>
        <source>Windows keeps its present state, in case something goes wrong later.</source>
        <translation>Windows conserva su estado actual, por si algo sale mal más adelante.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>Its own uninstaller runs. It may open a window and ask you something.</source>
        <translation>Se ejecuta su propio desinstalador. Puede abrir una ventana y preguntarle algo.</translation>
    </message>
    <message>
        <source>Windows Installer removes it (%1).</source>
        <translation>Lo quita Windows Installer (%1).</translation>
    </message>
    <message>
        <source>It is registered in a place you can write to, so it never gets administrator rights.</source>
        <translation>Está registrado en un lugar donde usted puede escribir, así que nunca recibe derechos de administrador.</translation>
    </message>
    <message>
        <source>The file is moved to a place it can be put back from: %1</source>
        <translation>El archivo se mueve a un lugar desde donde se puede devolver: %1</translation>
    </message>
    <message>
        <source>Restart this computer</source>
        <translation>Reiniciar este equipo</translation>
    </message>
    <message>
        <source>You start it. Afterwards Offramp goes on where it was.</source>
        <translation>Lo inicia usted. Después, Offramp continúa donde estaba.</translation>
    </message>
    <message>
        <source>Only if a step before asks for it. You start it, and afterwards Offramp goes on where it was.</source>
        <translation>Solo si un paso anterior lo pide. Lo inicia usted y, después, Offramp continúa donde estaba.</translation>
    </message>
    <message>
        <source>See that an antivirus is on</source>
        <translation>Ver que un antivirus esté activado</translation>
    </message>
    <message>
        <source>Waits until the system reports one. If this system reports none at all, that is said instead.</source>
        <translation>Espera hasta que el sistema informe de uno. Si este sistema no informa de ninguno, se dice eso en su lugar.</translation>
    </message>
    <message>
        <source>Look again, as on the first day</source>
        <translation>Mirar de nuevo, como el primer día</translation>
    </message>
    <message>
        <source>The same check as before, so that both can be compared. It changes nothing.</source>
        <translation>La misma revisión que antes, para poder comparar las dos. No cambia nada.</translation>
    </message>
    <message>
        <source>Show what was left behind</source>
        <translation>Mostrar lo que quedó</translation>
    </message>
    <message>
        <source>Nothing of it is touched before you have seen and chosen it.</source>
        <translation>No se toca nada antes de que usted lo haya visto y elegido.</translation>
    </message>
    <message>
        <source>%1 stays until you say that what it holds works elsewhere.</source>
        <translation>%1 se queda hasta que usted diga que lo que guarda funciona en otro lugar.</translation>
    </message>
    <message>
        <source>%1 stays, because nobody has to remove it. You may choose to.</source>
        <translation>%1 se queda, porque nadie tiene que quitarlo. Usted puede elegir hacerlo.</translation>
    </message>
    <message>
        <source>%1 stays. Offramp does not remove it.</source>
        <translation>%1 se queda. Offramp no lo quita.</translation>
    </message>
    <message>
        <source>%1 stays, as you wished.</source>
        <translation>%1 se queda, como usted quería.</translation>
    </message>
    <message>
        <source>%1 stays, because we do not know how it is removed safely. Use the system&apos;s own list of programs.</source>
        <translation>%1 se queda, porque no sabemos cómo se quita de forma segura. Se puede usar la lista de programas del propio sistema.</translation>
    </message>
    <message>
        <source>%1 stays, because the signs of it are not certain.</source>
        <translation>%1 se queda, porque sus indicios no son seguros.</translation>
    </message>
    <message>
        <source>%1 stays, because it names no way of removing it that is safe to use.</source>
        <translation>%1 se queda, porque no indica una forma segura de quitarlo.</translation>
    </message>
    <message>
        <source>%1 stays, because the administrator marked it to be kept.</source>
        <translation>%1 se queda, porque el administrador lo marcó para conservarlo.</translation>
    </message>
    <message>
        <source>%1 has to be removed by hand.</source>
        <translation>%1 se tiene que quitar a mano.</translation>
    </message>
    <message>
        <source>Ask who manages this computer to remove it. What is removed here alone may come back or lock you out.</source>
        <translation>Pida a quien administra este equipo que lo quite. Lo que se quita solo aquí puede volver o dejarle sin acceso.</translation>
    </message>
    <message>
        <source>Nothing has to be uninstalled. Only things left behind are here.</source>
        <translation>No hay nada que desinstalar. Aquí solo hay restos.</translation>
    </message>
    <message>
        <source>There is nothing here that a plan would remove.</source>
        <translation>Aquí no hay nada que un plan quitaría.</translation>
    </message>
    <message>
        <source>U.S. updates ended today (%2).</source>
        <translation>Las actualizaciones en EE. UU. terminaron hoy (%2).</translation>
    </message>
    <message>
        <source>New agreements ended today (%2). Updates may still be supplied on that date.</source>
        <translation>Los contratos nuevos terminaron hoy (%2). En esa fecha todavía se pueden suministrar actualizaciones.</translation>
    </message>
    <message>
        <source>From today (%2) your organization is not allowed to use it.</source>
        <translation>Desde hoy (%2) su organización no puede usarlo.</translation>
    </message>
    <message>
        <source>Its license ended today.</source>
        <translation>Su licencia terminó hoy.</translation>
    </message>
    <message>
        <source>Its license ends today.</source>
        <translation>Su licencia termina hoy.</translation>
    </message>
    <message>
        <source>%1 asks that Kaspersky products are removed from this computer by %2.</source>
        <translation>%1 pide que los productos de Kaspersky se quiten de este equipo a más tardar el %2.</translation>
    </message>
    <message>
        <source>%1 asks that Kaspersky products are removed from this computer.</source>
        <translation>%1 pide que los productos de Kaspersky se quiten de este equipo.</translation>
    </message>
    <message>
        <source>%1 has this computer checked. Nothing is removed because of that.</source>
        <translation>%1 hace comprobar este equipo. Por eso no se quita nada.</translation>
    </message>
    <message>
        <source>It has allowed its administrators&apos; tools to remove them without asking here.</source>
        <translation>Ha permitido que las herramientas de sus administradores los quiten sin preguntar aquí.</translation>
    </message>
    <message numerus="yes">
        <source>You can put it off %n more time(s).</source>
        <translation>
            <numerusform>Puede aplazarlo %n vez más.</numerusform>
            <numerusform>Puede aplazarlo %n veces más.</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be put off again.</source>
        <translation>Ya no se puede aplazar más.</translation>
    </message>
    <message>
        <source>Whom to ask: %1</source>
        <translation>A quién preguntar: %1</translation>
    </message>
    <message>
        <source>This computer has a policy that ended on %1. Nothing of it counts any more.</source>
        <translation>Este equipo tiene una directiva que terminó el %1. Ya no vale nada de ella.</translation>
    </message>
    <message>
        <source>This computer has a policy that is not written as one (%1). Nothing of it counts.</source>
        <translation>Este equipo tiene una directiva que no está escrita como tal (%1). No vale nada de ella.</translation>
    </message>
    <message>
        <source>This computer has a policy without a signature that can be read. Nothing of it counts.</source>
        <translation>Este equipo tiene una directiva sin una firma que se pueda leer. No vale nada de ella.</translation>
    </message>
    <message>
        <source>This computer has a policy, but no public key to check it with. Nothing of it counts.</source>
        <translation>Este equipo tiene una directiva, pero ninguna clave pública con la que comprobarla. No vale nada de ella.</translation>
    </message>
    <message>
        <source>This computer has a policy that was signed with another key. Nothing of it counts.</source>
        <translation>Este equipo tiene una directiva firmada con otra clave. No vale nada de ella.</translation>
    </message>
    <message>
        <source>This computer has a policy that was changed after it was signed. Nothing of it counts.</source>
        <translation>Este equipo tiene una directiva que se cambió después de firmarla. No vale nada de ella.</translation>
    </message>
    <message>
        <source>This computer has a policy that could not be read (%1). Nothing of it counts.</source>
        <translation>Este equipo tiene una directiva que no se pudo leer (%1). No vale nada de ella.</translation>
    </message>
    <message>
        <source>People who are no administrators can change %1. Nothing of the policy counts.</source>
        <translation>Personas que no son administradores pueden cambiar %1. No vale nada de la directiva.</translation>
    </message>
    <message>
        <source>The package %1 is removed with its configuration, by the package manager of this system (%2).</source>
        <translation>El paquete %1 se quita con su configuración, mediante el gestor de paquetes de este sistema (%2).</translation>
    </message>
    <message>
        <source>It is safe to restart: what Windows loads while it starts is there</source>
        <translation>Se puede reiniciar sin riesgo: lo que Windows carga al arrancar está en su sitio</translation>
    </message>
    <message>
        <source>Do not restart yet: this computer may not start as before</source>
        <translation>No reinicie todavía: puede que este equipo no arranque como antes</translation>
    </message>
    <message>
        <source>Whether it is safe to restart could not be told for certain</source>
        <translation>No se pudo saber con certeza si se puede reiniciar sin riesgo</translation>
    </message>
    <message>
        <source>A restart is no danger here: nothing of these products takes part in starting this system</source>
        <translation>Reiniciar no es peligroso aquí: nada de estos productos interviene en el arranque de este sistema</translation>
    </message>
    <message>
        <source>It is safe to restart: no driver or filter of these products takes part in starting Windows</source>
        <translation>Se puede reiniciar sin riesgo: ningún controlador ni filtro de estos productos interviene en el arranque de Windows</translation>
    </message>
    <message>
        <source>Leave the computer on and get help before you restart. Installing the product again brings its drivers back; after a restart it can be removed once more.</source>
        <translation>Deje el equipo encendido y busque ayuda antes de reiniciar. Si vuelve a instalar el producto, recupera sus controladores; tras un reinicio se puede quitar de nuevo.</translation>
    </message>
    <message>
        <source>Make sure that you can get at a recovery drive or at somebody who can help, and then decide. With administrator rights, Offramp can read more.</source>
        <translation>Asegúrese de tener a mano una unidad de recuperación o a alguien que pueda ayudar, y decida entonces. Con derechos de administrador, Offramp puede leer más.</translation>
    </message>
    <message>
        <source>Windows loads the driver %1 while it starts and does not start without it, but its file is gone: %2. It is named by %3.</source>
        <translation>Windows carga el controlador %1 al arrancar y no arranca sin él, pero su archivo ya no está: %2. Lo nombra %3.</translation>
    </message>
    <message>
        <source>The file of the driver %1 is gone: %2. By %3, Windows starts without it.</source>
        <translation>El archivo del controlador %1 ya no está: %2. Según %3, Windows arranca sin él.</translation>
    </message>
    <message>
        <source>The file of the driver %1 is gone: %2. Whether Windows starts without it could not be read from %3.</source>
        <translation>El archivo del controlador %1 ya no está: %2. No se pudo leer en %3 si Windows arranca sin él.</translation>
    </message>
    <message>
        <source>Whether the file of the driver %1 is there could not be told. It is named by %2.</source>
        <translation>No se pudo saber si el archivo del controlador %1 está en su sitio. Lo nombra %2.</translation>
    </message>
    <message>
        <source>Windows waits to replace or delete the file of the driver %1 at the next start: %2. It is named by %3.</source>
        <translation>Windows va a sustituir o borrar el archivo del controlador %1 en el próximo arranque: %2. Lo nombra %3.</translation>
    </message>
    <message>
        <source>Whether Windows loads the driver %1 while it starts could not be read from %2.</source>
        <translation>No se pudo leer en %2 si Windows carga el controlador %1 al arrancar.</translation>
    </message>
    <message>
        <source>%1 names the driver %2, but Windows has no entry for it any more: %3. Devices of this kind stop working with the next start.</source>
        <translation>%1 nombra el controlador %2, pero Windows ya no tiene ninguna entrada de él: %3. Los dispositivos de este tipo dejan de funcionar en el próximo arranque.</translation>
    </message>
    <message>
        <source>%1 names the driver %2, but its file is gone: %3. Devices of this kind stop working with the next start.</source>
        <translation>%1 nombra el controlador %2, pero su archivo ya no está: %3. Los dispositivos de este tipo dejan de funcionar en el próximo arranque.</translation>
    </message>
    <message>
        <source>%1 names the driver %2, but that is switched off or about to be deleted: %3. Devices of this kind stop working with the next start.</source>
        <translation>%1 nombra el controlador %2, pero está desactivado o a punto de borrarse: %3. Los dispositivos de este tipo dejan de funcionar en el próximo arranque.</translation>
    </message>
    <message>
        <source>%1 names the driver %2. Whether that is still there could not be told: %3.</source>
        <translation>%1 nombra el controlador %2. No se pudo saber si sigue ahí: %3.</translation>
    </message>
    <message>
        <source>%1 holds something that is no list of names.</source>
        <translation>%1 contiene algo que no es una lista de nombres.</translation>
    </message>
    <message>
        <source>The network filter of %1 needs the driver %2, which is gone: %3. With the next start the network may not work.</source>
        <translation>El filtro de red de %1 necesita el controlador %2, que ya no está: %3. Puede que la red no funcione tras el próximo arranque.</translation>
    </message>
    <message>
        <source>A network adapter still names it: %1</source>
        <translation>Un adaptador de red todavía lo nombra: %1</translation>
    </message>
    <message>
        <source>The network filter of %1 needs the driver %2, which is gone: %3. By its own word Windows does without it.</source>
        <translation>El filtro de red de %1 necesita el controlador %2, que ya no está: %3. Según su propia configuración, Windows prescinde de él.</translation>
    </message>
    <message>
        <source>Whether the driver of the network filter of %1 is there could not be told.</source>
        <translation>No se pudo saber si el controlador del filtro de red de %1 está en su sitio.</translation>
    </message>
    <message>
        <source>A place that says what the system starts with could not be read: %1</source>
        <translation>No se pudo leer un lugar que dice con qué arranca el sistema: %1</translation>
    </message>
    <message>
        <source>%1 requires the service %2, whose file is gone. The system may not start as before.</source>
        <translation>%1 exige el servicio %2, cuyo archivo ya no está. Puede que el sistema no arranque como antes.</translation>
    </message>
    <message>
        <source>On Linux, services of these products are wanted, not required: the system starts without them.</source>
        <translation>En Linux, los servicios de estos productos se piden, pero no se exigen: el sistema arranca sin ellos.</translation>
    </message>
    <message>
        <source>Offramp cannot tell this on this system.</source>
        <translation>Offramp no puede saberlo en este sistema.</translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message>
        <source>Next week</source>
        <translation>La semana que viene</translation>
    </message>
    <message>
        <source>Switch safely…</source>
        <translation>Cambiar con seguridad…</translation>
    </message>
    <message>
        <source>Leaving it takes a few guided steps. You see each one first.</source>
        <translation>Dejarlo requiere unos pocos pasos guiados. Verá cada uno antes.</translation>
    </message>
    <message>
        <source>Review what’s left…</source>
        <translation>Revisar lo que queda…</translation>
    </message>
    <message>
        <source>What was left behind protects nothing any more. You see each thing first.</source>
        <translation>Lo que quedó ya no protege nada. Verá cada cosa antes.</translation>
    </message>
    <message>
        <source>Keep or switch…</source>
        <translation>Conservar o cambiar…</translation>
    </message>
    <message>
        <source>Keeping it or switching is your choice. Offramp shows both.</source>
        <translation>Conservarlo o cambiar es decisión suya. Offramp muestra ambas opciones.</translation>
    </message>
    <message numerus="yes">
        <source>No updates for %n day(s)</source>
        <translation>
            <numerusform>Sin actualizaciones desde hace %n día</numerusform>
            <numerusform>Sin actualizaciones desde hace %n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No Kaspersky updates for %n day(s)</source>
        <translation>
            <numerusform>Sin actualizaciones de Kaspersky desde hace %n día</numerusform>
            <numerusform>Sin actualizaciones de Kaspersky desde hace %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Offramp says this once.</source>
        <translation>Offramp lo dice una sola vez.</translation>
    </message>
    <message>
        <source>Open Offramp</source>
        <translation>Abrir Offramp</translation>
    </message>
</context>
<context>
    <name>Removal</name>
    <message>
        <source>Removed</source>
        <translation>Eliminado</translation>
    </message>
    <message>
        <source>Removed, things left behind</source>
        <translation>Eliminado, quedan restos</translation>
    </message>
    <message>
        <source>Could not be told</source>
        <translation>No se pudo saber</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>Sigue ahí</translation>
    </message>
    <message>
        <source>Not listed</source>
        <translation>No figura</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activado</translation>
    </message>
    <message>
        <source>On, up to date</source>
        <translation>Activado y al día</translation>
    </message>
    <message>
        <source>On, not up to date</source>
        <translation>Activado, no al día</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Instalado</translation>
    </message>
    <message>
        <source>Kept, as planned</source>
        <translation>Se queda, como estaba previsto</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) left behind can be moved away.</source>
        <translation>
            <numerusform>%n resto se puede apartar.</numerusform>
            <numerusform>%n restos se pueden apartar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was left behind that could be moved away.</source>
        <translation>No quedó nada que se pueda apartar.</translation>
    </message>
    <message numerus="yes">
        <source>Only shown: %n more.</source>
        <translation>
            <numerusform>Solo se muestra: %n más.</numerusform>
            <numerusform>Solo se muestran: %n más.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was not looked at again</source>
        <translation>No se volvió a mirar</translation>
    </message>
    <message>
        <source>%1 is still there</source>
        <translation>%1 sigue ahí</translation>
    </message>
    <message>
        <source>%1 are still there</source>
        <translation>%1 siguen ahí</translation>
    </message>
    <message>
        <source>Whether %1 is gone could not be told</source>
        <translation>No se pudo saber si %1 ya no está</translation>
    </message>
    <message>
        <source>Whether %1 are gone could not be told</source>
        <translation>No se pudo saber si %1 ya no están</translation>
    </message>
    <message>
        <source>What you chose was moved away</source>
        <translation>Lo elegido se apartó</translation>
    </message>
    <message>
        <source>%1 is gone</source>
        <translation>%1 ya no está</translation>
    </message>
    <message>
        <source>%1 are gone</source>
        <translation>%1 ya no están</translation>
    </message>
    <message>
        <source>The same check ran again.</source>
        <translation>Se repitió la misma revisión.</translation>
    </message>
    <message>
        <source>Before, %1</source>
        <translation>Antes, %1</translation>
    </message>
    <message>
        <source>Now, %1</source>
        <translation>Ahora, %1</translation>
    </message>
    <message>
        <source>What was left behind</source>
        <translation>Lo que quedó</translation>
    </message>
    <message>
        <source>%1. %2: %3. %4: %5.</source>
        <translation>%1. %2: %3. %4: %5.</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>Qué hacer ahora</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>What was found, what was done and when. Names, serial numbers and account IDs are left out.</source>
        <translation>Qué se encontró, qué se hizo y cuándo. Sin nombres, números de serie ni identificadores de cuentas.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>What lies in the quarantine goes back to where it was.</source>
        <translation>Lo que está en cuarentena vuelve a donde estaba.</translation>
    </message>
    <message>
        <source>Before and now</source>
        <translation>Antes y ahora</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Producto</translation>
    </message>
    <message>
        <source>Left behind</source>
        <translation>Restos</translation>
    </message>
    <message>
        <source>Only things we are certain of are ticked</source>
        <translation>Solo está marcado lo que es seguro</translation>
    </message>
    <message>
        <source>Only shown</source>
        <translation>Solo se muestra</translation>
    </message>
    <message>
        <source>drivers, shared things, and what Offramp does not touch</source>
        <translation>controladores, cosas compartidas y lo que Offramp no toca</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>What protects this computer now could not be told</source>
        <translation>No se pudo saber qué protege ahora este equipo</translation>
    </message>
    <message>
        <source>No antivirus is on</source>
        <translation>No hay ningún antivirus activado</translation>
    </message>
    <message>
        <source>%1 protects this computer now</source>
        <translation>%1 protege ahora este equipo</translation>
    </message>
    <message>
        <source>%1 protect this computer now</source>
        <translation>%1 protegen ahora este equipo</translation>
    </message>
    <message numerus="yes">
        <source>Put back: %n thing(s).</source>
        <translation>
            <numerusform>Devuelto a su sitio: %n cosa.</numerusform>
            <numerusform>Devuelto a su sitio: %n cosas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not be put back: %1 (%2)</source>
        <translation>No se pudo devolver: %1 (%2)</translation>
    </message>
    <message>
        <source>Cannot be undone: %1</source>
        <translation>No se puede deshacer: %1</translation>
    </message>
    <message>
        <source>Install %1</source>
        <translation>Instalar %1</translation>
    </message>
    <message>
        <source>As you chose. Its official page has the installer.</source>
        <translation>Como se eligió. El instalador está en su página oficial.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostrarlo</translation>
    </message>
    <message>
        <source>Bring your passwords into the new manager</source>
        <translation>Llevar las contraseñas al nuevo gestor</translation>
    </message>
    <message>
        <source>Then sign in to three sites to be sure.</source>
        <translation>Después, iniciar sesión en tres sitios para estar seguro.</translation>
    </message>
    <message>
        <source>Delete the exported text file</source>
        <translation>Borrar el archivo de texto exportado</translation>
    </message>
    <message>
        <source>Anyone who opens it can read your passwords.</source>
        <translation>Quien lo abra puede leer las contraseñas.</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Borrarlo</translation>
    </message>
    <message>
        <source>Turn off automatic renewal</source>
        <translation>Desactivar la renovación automática</translation>
    </message>
    <message>
        <source>In My Kaspersky, or with your bank.</source>
        <translation>En My Kaspersky, o con el banco.</translation>
    </message>
    <message>
        <source>Watch for its return</source>
        <translation>Vigilar si vuelve</translation>
    </message>
    <message>
        <source>Offramp can tell you once if Kaspersky or UltraAV comes back.</source>
        <translation>Offramp puede avisar una vez si vuelve Kaspersky o UltraAV.</translation>
    </message>
    <message>
        <source>Reminders…</source>
        <translation>Recordatorios…</translation>
    </message>
    <message>
        <source>You ended the removal</source>
        <translation>La eliminación se terminó antes</translation>
    </message>
    <message>
        <source>What was done stays done. What was not done stays as it is.</source>
        <translation>Lo hecho, hecho queda. Lo que no se hizo sigue como estaba.</translation>
    </message>
    <message>
        <source>What was moved is back where it was</source>
        <translation>Lo apartado ha vuelto a su sitio</translation>
    </message>
    <message>
        <source>It can be moved again at any time.</source>
        <translation>Se puede apartar otra vez cuando se quiera.</translation>
    </message>
    <message>
        <source>It can be put back, also later from History.</source>
        <translation>Se puede devolver a su sitio, también más tarde desde Historial.</translation>
    </message>
    <message>
        <source>Protection gap: %1</source>
        <translation>Tiempo sin protección: %1</translation>
    </message>
    <message>
        <source>Put back what was moved</source>
        <translation>Devolver lo apartado</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>No antivirus has been on for %1.</source>
        <translation>Ningún antivirus ha estado activado durante %1.</translation>
    </message>
    <message>
        <source>No antivirus was on for %1.</source>
        <translation>Ningún antivirus estuvo activado durante %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %n minute(s)</source>
        <translation>
            <numerusform>%1 a %n minuto</numerusform>
            <numerusform>%1 a %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>An antivirus was on at every look so far.</source>
        <translation>Hasta ahora, cada vez que se miró había un antivirus activado.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>This system does not say whether an antivirus is on.</source>
        <translation>Este sistema no dice si hay un antivirus activado.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>No antivirus is on at this moment. Until one is, leave mail and unknown sites closed.</source>
        <translation>En este momento no hay ningún antivirus activado. Hasta que lo haya, conviene no abrir el correo ni sitios desconocidos.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>An antivirus is on again.</source>
        <translation>Vuelve a haber un antivirus activado.</translation>
    </message>
    <message numerus="yes">
        <source>minute(s)</source>
        <comment>after a large number</comment>
        <translation>
            <numerusform>minuto</numerusform>
            <numerusform>minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Part of the time could not be told.</source>
        <translation>De una parte del tiempo no se pudo saber.</translation>
    </message>
    <message>
        <source>I do not need them</source>
        <translation>No las necesito</translation>
    </message>
    <message>
        <source>Nothing is encrypted</source>
        <translation>No hay nada cifrado</translation>
    </message>
    <message>
        <source>I have looked</source>
        <translation>Ya miré</translation>
    </message>
    <message>
        <source>I have checked</source>
        <translation>Ya lo comprobé</translation>
    </message>
    <message>
        <source>I have it ready</source>
        <translation>La tengo a mano</translation>
    </message>
    <message>
        <source>Nobody else manages it</source>
        <translation>Nadie más lo administra</translation>
    </message>
    <message>
        <source>I have decided</source>
        <translation>Ya lo decidí</translation>
    </message>
    <message>
        <source>Go on without knowing</source>
        <translation>Seguir sin saberlo</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>In the way</source>
        <translation>Lo impide</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>Conviene saberlo</translation>
    </message>
    <message>
        <source>Only you can know</source>
        <translation>Solo usted lo sabe</translation>
    </message>
    <message>
        <source>By your word</source>
        <translation>Bajo su palabra</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be done first.</source>
        <translation>
            <numerusform>Hay %n cosa que hacer antes.</numerusform>
            <numerusform>Hay %n cosas que hacer antes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) only you can know.</source>
        <translation>
            <numerusform>%n cosa solo la sabe usted.</numerusform>
            <numerusform>%n cosas solo las sabe usted.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rest is ready.</source>
        <translation>Lo demás está listo.</translation>
    </message>
    <message>
        <source>Everything is ready. Nothing has been changed yet.</source>
        <translation>Todo está listo. Todavía no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation>Antes de empezar</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Check another file…</source>
        <translation>Comprobar otro archivo…</translation>
    </message>
    <message>
        <source>Check the exported file…</source>
        <translation>Comprobar el archivo exportado…</translation>
    </message>
    <message>
        <source>Delete the exported file</source>
        <translation>Borrar el archivo exportado</translation>
    </message>
    <message>
        <source>Delete it only when the passwords work elsewhere.</source>
        <translation>Conviene borrarlo solo cuando las contraseñas funcionen en otro sitio.</translation>
    </message>
    <message>
        <source>Without an export, what only the vault holds is lost when its program goes. Is that all right?</source>
        <translation>Sin exportarlo, lo que solo está en el almacén se pierde cuando se va su programa. ¿De acuerdo?</translation>
    </message>
    <message>
        <source>Try it first</source>
        <translation>Probarlo antes</translation>
    </message>
    <message>
        <source>A rehearsal plays every step with what was found here and changes nothing.</source>
        <translation>Un ensayo recorre cada paso con lo encontrado aquí y no cambia nada.</translation>
    </message>
    <message>
        <source>Try it without changing anything</source>
        <translation>Probarlo sin cambiar nada</translation>
    </message>
    <message>
        <source>Nothing is in the way.</source>
        <translation>Nada lo impide.</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>Se puede deshacer</translation>
    </message>
    <message>
        <source>Cannot be undone</source>
        <translation>No se puede deshacer</translation>
    </message>
    <message>
        <source>You start it</source>
        <translation>Lo inicia usted</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nada que deshacer</translation>
    </message>
    <message>
        <source>Changes nothing</source>
        <translation>No cambia nada</translation>
    </message>
    <message>
        <source>Review the plan</source>
        <translation>Revisar el plan</translation>
    </message>
    <message>
        <source>This is everything that would be done, in this order. A rehearsal does none of it.</source>
        <translation>Esto es todo lo que se haría, en este orden. Un ensayo no hace nada de ello.</translation>
    </message>
    <message>
        <source>This is everything Offramp will do, in this order. Nothing runs before you press Start removal.</source>
        <translation>Esto es todo lo que hará Offramp, en este orden. Nada empieza antes de pulsar Empezar la eliminación.</translation>
    </message>
    <message>
        <source>Step %1: %2. %3. %4.</source>
        <translation>Paso %1: %2. %3. %4.</translation>
    </message>
    <message>
        <source>Needs administrator rights</source>
        <translation>Necesita derechos de administrador</translation>
    </message>
    <message>
        <source>Needs no special rights</source>
        <translation>No necesita derechos especiales</translation>
    </message>
    <message>
        <source>No step needs administrator rights.</source>
        <translation>Ningún paso necesita derechos de administrador.</translation>
    </message>
    <message>
        <source>The system asks for your approval, for these steps: %1.</source>
        <translation>El sistema pide permiso para estos pasos: %1.</translation>
    </message>
    <message>
        <source>No antivirus may be on between step %1 and step %2. Offramp times it.</source>
        <translation>Entre el paso %1 y el paso %2 puede no haber ningún antivirus activado. Offramp mide ese tiempo.</translation>
    </message>
    <message>
        <source>Offramp downloads and sends nothing.</source>
        <translation>Offramp no descarga ni envía nada.</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Lo que se queda</translation>
    </message>
    <message>
        <source>Mark of this plan: %1</source>
        <translation>Marca de este plan: %1</translation>
    </message>
    <message>
        <source>What this needs</source>
        <translation>Lo que hace falta</translation>
    </message>
    <message>
        <source>The steps of the plan</source>
        <translation>Los pasos del plan</translation>
    </message>
    <message>
        <source>Save the plan…</source>
        <translation>Guardar el plan…</translation>
    </message>
    <message>
        <source>Only this plan is approved. If it changes, you are asked again.</source>
        <translation>Solo se aprueba este plan. Si cambia, se vuelve a preguntar.</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 eliminado</translation>
    </message>
    <message>
        <source>Restore point made</source>
        <translation>Punto de restauración creado</translation>
    </message>
    <message>
        <source>Computer restarted</source>
        <translation>Equipo reiniciado</translation>
    </message>
    <message>
        <source>Looked whether an antivirus is on</source>
        <translation>Se miró si hay un antivirus activado</translation>
    </message>
    <message>
        <source>Looked again</source>
        <translation>Se volvió a mirar</translation>
    </message>
    <message>
        <source>What was left has been shown</source>
        <translation>Se mostró lo que quedó</translation>
    </message>
    <message>
        <source>%1 moved away</source>
        <translation>%1 apartado</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>was so already</source>
        <translation>ya estaba así</translation>
    </message>
    <message>
        <source>done, as its program says</source>
        <translation>hecho, según su programa</translation>
    </message>
    <message>
        <source>done after the restart</source>
        <translation>hecho tras reiniciar</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>no hace falta</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>omitido por usted</translation>
    </message>
    <message>
        <source>waits for the restart</source>
        <translation>espera el reinicio</translation>
    </message>
    <message>
        <source>no antivirus is on yet</source>
        <translation>aún no hay ningún antivirus activado</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>le espera</translation>
    </message>
    <message>
        <source>was interrupted</source>
        <translation>se interrumpió</translation>
    </message>
    <message>
        <source>still there</source>
        <translation>sigue ahí</translation>
    </message>
    <message>
        <source>something else was at work</source>
        <translation>había otra cosa en curso</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>permission not given</source>
        <translation>permiso no concedido</translation>
    </message>
    <message>
        <source>did not work</source>
        <translation>no funcionó</translation>
    </message>
    <message>
        <source>needs its password</source>
        <translation>necesita su contraseña</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>devuelto a su sitio</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde las %1</translation>
    </message>
    <message>
        <source>next</source>
        <translation>siguiente</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>código %1</translation>
    </message>
    <message>
        <source>Its own uninstaller is open: answer its questions</source>
        <translation>Su propio desinstalador está abierto: responda a sus preguntas</translation>
    </message>
    <message>
        <source>It may be behind other windows. We wait as long as it takes and go on when it closes.</source>
        <translation>Puede estar detrás de otras ventanas. Esperamos lo que haga falta y seguimos cuando se cierre.</translation>
    </message>
    <message>
        <source>Windows Installer removes %1</source>
        <translation>Windows Installer elimina %1</translation>
    </message>
    <message>
        <source>Windows may ask for your approval. Some minutes are normal.</source>
        <translation>Windows puede pedir permiso. Es normal que tarde unos minutos.</translation>
    </message>
    <message>
        <source>The package manager removes %1</source>
        <translation>El gestor de paquetes elimina %1</translation>
    </message>
    <message>
        <source>The system may ask for an administrator&apos;s password.</source>
        <translation>El sistema puede pedir la contraseña de un administrador.</translation>
    </message>
    <message>
        <source>Windows makes a restore point</source>
        <translation>Windows crea un punto de restauración</translation>
    </message>
    <message>
        <source>Waiting until an antivirus is on</source>
        <translation>Esperando a que haya un antivirus activado</translation>
    </message>
    <message>
        <source>The system is asked every few seconds. This goes on by itself.</source>
        <translation>Se pregunta al sistema cada pocos segundos. Esto sigue solo.</translation>
    </message>
    <message>
        <source>Looking again, as on the first day</source>
        <translation>Mirando otra vez, como el primer día</translation>
    </message>
    <message>
        <source>The same check as before. It changes nothing.</source>
        <translation>La misma revisión que antes. No cambia nada.</translation>
    </message>
    <message>
        <source>It is moved where it can be put back from.</source>
        <translation>Se aparta a un lugar desde donde puede volver.</translation>
    </message>
    <message numerus="yes">
        <source>No sign of life for %n minute(s)</source>
        <translation>
            <numerusform>%n minuto sin señales de vida</numerusform>
            <numerusform>%n minutos sin señales de vida</numerusform>
        </translation>
    </message>
    <message>
        <source>It may wait for an answer in a window of its own, or hang. Offramp does not end it; it can only stop waiting and ask you.</source>
        <translation>Puede esperar una respuesta en una ventana propia, o haberse quedado colgado. Offramp no lo cierra; solo puede dejar de esperar y preguntarle.</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>Seguir esperando</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Dejar de esperar</translation>
    </message>
    <message>
        <source>%1 asks for its uninstall password</source>
        <translation>%1 pide su contraseña de desinstalación</translation>
    </message>
    <message>
        <source>Whoever protected it knows it. Offramp hands it over and keeps it nowhere.</source>
        <translation>La sabe quien lo protegió. Offramp la entrega y no la guarda en ningún sitio.</translation>
    </message>
    <message>
        <source>I do not have it</source>
        <translation>No la tengo</translation>
    </message>
    <message>
        <source>The permission was not given</source>
        <translation>No se dio el permiso</translation>
    </message>
    <message>
        <source>Without it this step cannot be done. Nothing of it was changed.</source>
        <translation>Sin él este paso no se puede hacer. No se cambió nada.</translation>
    </message>
    <message>
        <source>Its program ended well, but the check still finds it. Often a restart and a second try help.</source>
        <translation>Su programa terminó bien, pero la revisión aún lo encuentra. A menudo ayuda reiniciar e intentarlo otra vez.</translation>
    </message>
    <message>
        <source>Something else is installing or removing</source>
        <translation>Otra cosa está instalando o eliminando</translation>
    </message>
    <message>
        <source>Wait until it is done, then try again.</source>
        <translation>Espere a que termine y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>This step was refused</source>
        <translation>Este paso se rechazó</translation>
    </message>
    <message>
        <source>Something about it is not as it was approved, or not as it has to be. Nothing was run.</source>
        <translation>Algo no es como se aprobó, o no como debe ser. No se ejecutó nada.</translation>
    </message>
    <message>
        <source>%1 needs its uninstall password</source>
        <translation>%1 necesita su contraseña de desinstalación</translation>
    </message>
    <message>
        <source>Find it first. Whoever protected it knows it.</source>
        <translation>Primero hay que encontrarla. La sabe quien lo protegió.</translation>
    </message>
    <message>
        <source>This step was interrupted</source>
        <translation>Este paso se interrumpió</translation>
    </message>
    <message>
        <source>How far it came could not be told. Trying again is safe: it is checked first.</source>
        <translation>No se pudo saber hasta dónde llegó. Intentarlo otra vez es seguro: antes se comprueba.</translation>
    </message>
    <message>
        <source>No antivirus is on yet</source>
        <translation>Aún no hay ningún antivirus activado</translation>
    </message>
    <message>
        <source>Turn on what shall protect this computer, or install it, and try again.</source>
        <translation>Active o instale lo que va a proteger este equipo y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>This step did not work</source>
        <translation>Este paso no funcionó</translation>
    </message>
    <message>
        <source>Nothing else was done after it. Trying again is safe: it is checked first.</source>
        <translation>Después no se hizo nada más. Intentarlo otra vez es seguro: antes se comprueba.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Volver a intentarlo</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Seguir sin él</translation>
    </message>
    <message>
        <source>Leave it there…</source>
        <translation>Dejarlo aquí…</translation>
    </message>
    <message>
        <source>End the removal here?</source>
        <translation>¿Terminar aquí la eliminación?</translation>
    </message>
    <message>
        <source>What was done stays done. What was not done stays as it is. You can begin anew at any time.</source>
        <translation>Lo hecho, hecho queda. Lo que no se hizo sigue como está. Se puede empezar de nuevo cuando se quiera.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>End it here</source>
        <translation>Terminar aquí</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>Stopped between two steps</source>
        <translation>Detenido entre dos pasos</translation>
    </message>
    <message>
        <source>Nothing is half done. Go on whenever you like, also after a restart.</source>
        <translation>Nada está a medias. Se puede seguir cuando se quiera, también tras reiniciar.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>End it here…</source>
        <translation>Terminar aquí…</translation>
    </message>
    <message>
        <source>The removal cannot go on</source>
        <translation>La eliminación no puede seguir</translation>
    </message>
    <message>
        <source>It ended with the code %1.</source>
        <translation>Terminó con el código %1.</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Eliminando</translation>
    </message>
    <message>
        <source>Step %1 of %2.</source>
        <translation>Paso %1 de %2.</translation>
    </message>
    <message>
        <source>It waits for you.</source>
        <translation>Le espera.</translation>
    </message>
    <message>
        <source>You can leave this window open and use the computer.</source>
        <translation>Puede dejar esta ventana abierta y usar el equipo.</translation>
    </message>
    <message>
        <source>Restart this computer</source>
        <translation>Reiniciar este equipo</translation>
    </message>
    <message>
        <source>Here the computer would restart. In a rehearsal it is only played.</source>
        <translation>Aquí se reiniciaría el equipo. En un ensayo solo se representa.</translation>
    </message>
    <message>
        <source>What was removed is only gone for good after a restart.</source>
        <translation>Lo eliminado solo desaparece del todo tras reiniciar.</translation>
    </message>
    <message>
        <source>Save your open work and close other programs.</source>
        <translation>Guarde el trabajo abierto y cierre los demás programas.</translation>
    </message>
    <message>
        <source>The computer restarts, and you sign in as always.</source>
        <translation>El equipo se reinicia y se inicia sesión como siempre.</translation>
    </message>
    <message>
        <source>Open Offramp then. It goes on where it was.</source>
        <translation>Después, abra Offramp. Sigue donde estaba.</translation>
    </message>
    <message>
        <source>Offramp opens by itself and goes on where it was.</source>
        <translation>Offramp se abre solo y sigue donde estaba.</translation>
    </message>
    <message>
        <source>It sees that an antivirus is on, and looks again at everything.</source>
        <translation>Comprueba que haya un antivirus activado y vuelve a mirarlo todo.</translation>
    </message>
    <message>
        <source>Uninstall password</source>
        <translation>Contraseña de desinstalación</translation>
    </message>
    <message>
        <source>Hand it over</source>
        <translation>Entregarla</translation>
    </message>
    <message>
        <source>Progress of the whole removal</source>
        <translation>Avance de toda la eliminación</translation>
    </message>
    <message>
        <source>The steps and how far they are</source>
        <translation>Los pasos y cómo van</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>times, codes, what programs said</source>
        <translation>horas, códigos, lo que dijeron los programas</translation>
    </message>
    <message>
        <source>Protection gap</source>
        <translation>Tiempo sin protección</translation>
    </message>
    <message>
        <source>A step that has begun is always finished. You can stop between steps and come back where you were.</source>
        <translation>Un paso empezado siempre se termina. Se puede parar entre pasos y volver al mismo sitio.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué pasa</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>Se va</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Se queda</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <source>Remove it, too</source>
        <translation>Eliminarlo también</translation>
    </message>
    <message>
        <source>What it holds works elsewhere: remove it, too</source>
        <translation>Lo que guarda funciona en otro sitio: eliminarlo también</translation>
    </message>
    <message>
        <source>Until the removal</source>
        <translation>Hasta la eliminación</translation>
    </message>
    <message>
        <source>This system does not say what protects it.</source>
        <translation>Este sistema no dice qué lo protege.</translation>
    </message>
    <message>
        <source>%1, as now.</source>
        <translation>%1, como ahora.</translation>
    </message>
    <message>
        <source>During and after it</source>
        <translation>Durante y después</translation>
    </message>
    <message>
        <source>Nothing that protects is taken away, so this stays as it is.</source>
        <translation>No se quita nada que proteja, así que esto sigue igual.</translation>
    </message>
    <message>
        <source>In between</source>
        <translation>Entre tanto</translation>
    </message>
    <message>
        <source>For some minutes no antivirus may be on. Offramp times this gap and shows it.</source>
        <translation>Durante unos minutos puede no haber ningún antivirus activado. Offramp mide ese tiempo y lo muestra.</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Nothing yet. Choose something below and have it ready.</source>
        <translation>Todavía nada. Conviene elegir algo abajo y tenerlo a mano.</translation>
    </message>
    <message>
        <source>%1 takes over by itself. Offramp waits until it is on.</source>
        <translation>%1 lo releva solo. Offramp espera hasta que esté activado.</translation>
    </message>
    <message>
        <source>%1, as soon as you install it. Have it ready.</source>
        <translation>%1, en cuanto se instale. Conviene tenerlo a mano.</translation>
    </message>
    <message>
        <source>Choose protection</source>
        <translation>Elegir protección</translation>
    </message>
    <message>
        <source>What protects this computer afterwards, and what becomes of each product. Offramp installs nothing and earns nothing from it.</source>
        <translation>Qué protege después este equipo y qué pasa con cada producto. Offramp no instala nada ni gana nada con ello.</translation>
    </message>
    <message>
        <source>Comes with this system, free. Turns on when nothing else protects.</source>
        <translation>Viene con este sistema, gratis. Se activa cuando nada más protege.</translation>
    </message>
    <message>
        <source>What protects when</source>
        <translation>Qué protege y cuándo</translation>
    </message>
    <message>
        <source>Official page</source>
        <translation>Página oficial</translation>
    </message>
    <message>
        <source>Official page of %1</source>
        <translation>Página oficial de %1</translation>
    </message>
    <message>
        <source>What shall protect afterwards</source>
        <translation>Qué protegerá después</translation>
    </message>
    <message>
        <source>Compare all of them</source>
        <translation>Comparar todos</translation>
    </message>
    <message>
        <source>What goes and what stays</source>
        <translation>Qué se va y qué se queda</translation>
    </message>
    <message>
        <source>Make a restore point first</source>
        <translation>Crear antes un punto de restauración</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) left to settle</source>
        <translation>
            <numerusform>Falta %n cosa por resolver</numerusform>
            <numerusform>Faltan %n cosas por resolver</numerusform>
        </translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Volver a mirar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Stops after this step</source>
        <translation>Se detiene tras este paso</translation>
    </message>
    <message>
        <source>Stop after this step</source>
        <translation>Detener tras este paso</translation>
    </message>
    <message>
        <source>A step that has begun is finished first</source>
        <translation>Un paso empezado se termina antes</translation>
    </message>
    <message>
        <source>What moves can be put back from History</source>
        <translation>Lo apartado se puede devolver desde Historial</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Dejarlos</translation>
    </message>
    <message numerus="yes">
        <source>Move %n to quarantine</source>
        <translation>
            <numerusform>Mover %n a cuarentena</numerusform>
            <numerusform>Mover %n a cuarentena</numerusform>
        </translation>
    </message>
    <message>
        <source>See what is left</source>
        <translation>Ver lo que queda</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Apartar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Rehearsal: every step is only played. Nothing on this computer is changed.</source>
        <translation>Ensayo: cada paso solo se representa. En este equipo no se cambia nada.</translation>
    </message>
    <message>
        <source>Save and quit</source>
        <translation>Guardar y salir</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Back to the Overview</source>
        <translation>Volver a Resumen</translation>
    </message>
    <message>
        <source>Nothing would be removed</source>
        <translation>No se eliminaría nada</translation>
    </message>
    <message>
        <source>Something is in the way again. Go back to the start.</source>
        <translation>Algo vuelve a impedirlo. Hay que volver al principio.</translation>
    </message>
    <message>
        <source>Start the rehearsal</source>
        <translation>Empezar el ensayo</translation>
    </message>
    <message>
        <source>Start removal</source>
        <translation>Empezar la eliminación</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Save open work first</source>
        <translation>Antes, guarde el trabajo abierto</translation>
    </message>
    <message>
        <source>Play the restart</source>
        <translation>Representar el reinicio</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Reiniciar ahora</translation>
    </message>
    <message>
        <source>Open History</source>
        <translation>Abrir Historial</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Steps of the guided removal</source>
        <translation>Pasos de la eliminación guiada</translation>
    </message>
    <message>
        <source>In the quarantine</source>
        <translation>En cuarentena</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>Devolver: %1</translation>
    </message>
    <message>
        <source>Some of what was moved is back where it was</source>
        <translation>Parte de lo apartado ha vuelto a su sitio</translation>
    </message>
    <message>
        <source>No restore point was made</source>
        <translation>No se ha creado ningún punto de restauración</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo que se encontró</translation>
    </message>
    <message>
        <source>Read the warning first</source>
        <translation>Lea antes el aviso</translation>
    </message>
    <message>
        <source>Restart all the same</source>
        <translation>Reiniciar de todos modos</translation>
    </message>
    <message>
        <source>Show its window</source>
        <translation>Mostrar su ventana</translation>
    </message>
</context>
<context>
    <name>Replacements</name>
    <message>
        <source>Already here</source>
        <translation>Ya está aquí</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>%n not confirmed</source>
        <translation>
            <numerusform>%n sin confirmar</numerusform>
            <numerusform>%n sin confirmar</numerusform>
        </translation>
    </message>
    <message>
        <source>(not confirmed)</source>
        <translation>(sin confirmar)</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>Price not known</source>
        <translation>Precio desconocido</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>sin comprobar</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Take %1 out of the comparison</source>
        <translation>Quitar %1 de la comparación</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Price: %1</source>
        <translation>Precio: %1</translation>
    </message>
    <message>
        <source>Official page</source>
        <translation>Página oficial</translation>
    </message>
    <message>
        <source>Official page of %1</source>
        <translation>Página oficial de %1</translation>
    </message>
    <message>
        <source>With %1, in a terminal. Offramp does not run it.</source>
        <translation>Con %1, en una terminal. Offramp no lo ejecuta.</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copiar el comando</translation>
    </message>
    <message>
        <source>Copy the command: %1</source>
        <translation>Copiar el comando: %1</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Compare %1</source>
        <translation>Comparar %1</translation>
    </message>
    <message>
        <source>Three are picked already. Take one out first.</source>
        <translation>Ya hay tres elegidos. Quite uno primero.</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Less about %1</source>
        <translation>Menos sobre %1</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>Detalles de %1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n months old</source>
        <translation>
            <numerusform>%1, hace %n mes</numerusform>
            <numerusform>%1, hace %n meses</numerusform>
        </translation>
    </message>
    <message>
        <source>No laboratory result</source>
        <translation>Sin resultado de laboratorio</translation>
    </message>
    <message>
        <source>The version there was old when it was last seen.</source>
        <translation>La versión que había allí era antigua la última vez que se vio.</translation>
    </message>
    <message>
        <source>Whether it installs without further questions is not confirmed.</source>
        <translation>No está confirmado que se instale sin más preguntas.</translation>
    </message>
    <message>
        <source>Covers %1 of the %2 things you want to keep</source>
        <translation>Cubre %1 de las %2 cosas que quiere conservar</translation>
    </message>
    <message>
        <source>What it costs was not confirmed; it may be more than you want to pay.</source>
        <translation>Lo que cuesta no está confirmado; puede ser más de lo que quiere pagar.</translation>
    </message>
    <message>
        <source>How many devices one license covers is not known.</source>
        <translation>No se sabe cuántos dispositivos cubre una licencia.</translation>
    </message>
    <message>
        <source>Nothing here says what you had. Choose what you want.</source>
        <translation>Nada aquí dice lo que tenía. Elija lo que quiere.</translation>
    </message>
    <message>
        <source>Filled in from %1. Please check: we could not confirm what each plan held.</source>
        <translation>Rellenado a partir de %1. Compruébelo, por favor: no pudimos confirmar qué incluía cada plan.</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Cubre</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Conviene saber</translation>
    </message>
    <message>
        <source>Facts of %1.</source>
        <translation>Datos del %1.</translation>
    </message>
    <message numerus="yes">
        <source>Facts of %1, %n day(s) old.</source>
        <translation>
            <numerusform>Datos del %1, de hace %n día.</numerusform>
            <numerusform>Datos del %1, de hace %n días.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your limits leave out %n more product(s).</source>
        <translation>
            <numerusform>Sus límites dejan fuera %n producto más.</numerusform>
            <numerusform>Sus límites dejan fuera %n productos más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sitio</translation>
    </message>
    <message>
        <source>Facts of today, %1.</source>
        <translation>Datos de hoy, %1.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Computer</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Comprobado</translation>
    </message>
    <message>
        <source>Rules for</source>
        <translation>Reglas para</translation>
    </message>
    <message>
        <source>Facts as of</source>
        <translation>Datos a fecha de</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Catálogo</translation>
    </message>
    <message>
        <source>This is information, not legal advice. Nothing was sent anywhere.</source>
        <translation>Esto es información, no asesoramiento jurídico. No se ha enviado nada a ninguna parte.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Qué se ha encontrado</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Who protects this computer</source>
        <translation>Qué protege este equipo</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Producto</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Definiciones</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activado</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>al día</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>anticuadas</translation>
    </message>
    <message>
        <source>Where was looked</source>
        <translation>Dónde se ha mirado</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>completely</source>
        <translation>por completo</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>en parte</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Report of a removal</source>
        <translation>Informe de una eliminación</translation>
    </message>
    <message>
        <source>This was a rehearsal on a recorded computer. Nothing was removed from any computer.</source>
        <translation>Esto fue un ensayo en un equipo grabado. No se eliminó nada de ningún equipo.</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Escrito</translation>
    </message>
    <message>
        <source>Names of people and of the computer, home folders, SIDs and serial numbers were taken out.</source>
        <translation>Se quitaron los nombres de personas y del equipo, las carpetas personales, los SID y los números de serie.</translation>
    </message>
    <message>
        <source>Names and numbers were not taken out of this report.</source>
        <translation>De este informe no se quitaron nombres ni números.</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Sello</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>To verify it</source>
        <translation>Para verificarlo</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Whether it is gone</source>
        <translation>Si ya no está</translation>
    </message>
    <message>
        <source>gone: nothing of it was found any more</source>
        <translation>ya no está: no se encontró nada de él</translation>
    </message>
    <message>
        <source>gone, but something was left behind</source>
        <translation>ya no está, pero quedó algo</translation>
    </message>
    <message>
        <source>still there</source>
        <translation>sigue ahí</translation>
    </message>
    <message>
        <source>not known: an important place could not be read</source>
        <translation>no se sabe: no se pudo leer un lugar importante</translation>
    </message>
    <message>
        <source>not looked at again</source>
        <translation>no se volvió a mirar</translation>
    </message>
    <message>
        <source>What the person said</source>
        <translation>Lo que dijo la persona</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>An antivirus was on all the time.</source>
        <translation>Hubo un antivirus activado todo el tiempo.</translation>
    </message>
    <message>
        <source>Without an antivirus so far</source>
        <translation>Sin antivirus hasta ahora</translation>
    </message>
    <message>
        <source>Without an antivirus</source>
        <translation>Sin antivirus</translation>
    </message>
    <message>
        <source>This system does not say whether an antivirus is on.</source>
        <translation>Este sistema no dice si hay un antivirus activado.</translation>
    </message>
    <message>
        <source>For some of the time nobody could tell.</source>
        <translation>De una parte del tiempo nadie pudo saberlo.</translation>
    </message>
    <message>
        <source>Leftovers that were taken away</source>
        <translation>Restos que se apartaron</translation>
    </message>
    <message>
        <source>The removal</source>
        <translation>La eliminación</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobada</translation>
    </message>
    <message>
        <source>It is finished.</source>
        <translation>Está terminada.</translation>
    </message>
    <message>
        <source>The person ended it before it was finished.</source>
        <translation>La persona la terminó antes de tiempo.</translation>
    </message>
    <message>
        <source>It is not finished.</source>
        <translation>No está terminada.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>What stays, and why</source>
        <translation>Qué se queda, y por qué</translation>
    </message>
    <message>
        <source>Digest of the approved plan</source>
        <translation>Huella del plan aprobado</translation>
    </message>
    <message>
        <source>The signature shows that this report was not changed since it was written. It does not show who wrote it: the key was made on the computer that wrote it.</source>
        <translation>La firma muestra que este informe no ha cambiado desde que se escribió. No muestra quién lo escribió: la clave se creó en el equipo que lo escribió.</translation>
    </message>
    <message>
        <source>Whether a restart is safe</source>
        <translation>Si se puede reiniciar sin riesgo</translation>
    </message>
    <message>
        <source>Who manages this computer</source>
        <translation>Quién administra este equipo</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Contraseñas</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>Cuarentena</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Suscripción</translation>
    </message>
    <message>
        <source>Uninstall password</source>
        <translation>Contraseña de desinstalación</translation>
    </message>
    <message>
        <source>Self-defense</source>
        <translation>Autodefensa</translation>
    </message>
    <message>
        <source>What protects afterwards</source>
        <translation>Qué protege después</translation>
    </message>
    <message>
        <source>Another antivirus</source>
        <translation>Otro antivirus</translation>
    </message>
    <message>
        <source>Administrator rights</source>
        <translation>Derechos de administrador</translation>
    </message>
    <message>
        <source>A restart that is waiting</source>
        <translation>Un reinicio pendiente</translation>
    </message>
    <message>
        <source>Another installation</source>
        <translation>Otra instalación</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Alimentación</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>Espacio en disco</translation>
    </message>
    <message>
        <source>To be kept</source>
        <translation>Se conserva</translation>
    </message>
    <message>
        <source>To be removed as well</source>
        <translation>También se quita</translation>
    </message>
    <message>
        <source>Restore point</source>
        <translation>Punto de restauración</translation>
    </message>
    <message>
        <source>Protection that was chosen</source>
        <translation>Protección elegida</translation>
    </message>
    <message>
        <source>Entries counted in the exported file</source>
        <translation>Entradas contadas en el archivo exportado</translation>
    </message>
    <message>
        <source>settled by the person&apos;s word</source>
        <translation>resuelto según la palabra de la persona</translation>
    </message>
    <message>
        <source>not wanted</source>
        <translation>no se quiso</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Web page (*.html)</source>
        <translation>Página web (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Archivos de texto (*.txt)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>Could not save %1: %2</source>
        <translation>No se pudo guardar %1: %2</translation>
    </message>
</context>
<context>
    <name>SourceKind</name>
    <message>
        <source>Installed programs</source>
        <translation>Programas instalados</translation>
    </message>
    <message>
        <source>Windows Installer records</source>
        <translation>Registros de Windows Installer</translation>
    </message>
    <message>
        <source>Store apps</source>
        <translation>Aplicaciones de la Tienda</translation>
    </message>
    <message>
        <source>Services and drivers</source>
        <translation>Servicios y controladores</translation>
    </message>
    <message>
        <source>Network filters and adapters</source>
        <translation>Filtros y adaptadores de red</translation>
    </message>
    <message>
        <source>Kaspersky&apos;s and UltraAV&apos;s own settings</source>
        <translation>Configuración propia de Kaspersky y UltraAV</translation>
    </message>
    <message>
        <source>Windows Security Center</source>
        <translation>Centro de seguridad de Windows</translation>
    </message>
    <message>
        <source>Root certificates</source>
        <translation>Certificados raíz</translation>
    </message>
    <message>
        <source>Browser extensions</source>
        <translation>Extensiones del navegador</translation>
    </message>
    <message>
        <source>Scheduled tasks</source>
        <translation>Tareas programadas</translation>
    </message>
    <message>
        <source>Program and data folders</source>
        <translation>Carpetas de programas y datos</translation>
    </message>
    <message>
        <source>Running programs</source>
        <translation>Programas en ejecución</translation>
    </message>
    <message>
        <source>Debian packages</source>
        <translation>Paquetes de Debian</translation>
    </message>
    <message>
        <source>RPM packages</source>
        <translation>Paquetes RPM</translation>
    </message>
    <message>
        <source>Arch packages</source>
        <translation>Paquetes de Arch</translation>
    </message>
    <message>
        <source>Folders outside the package manager</source>
        <translation>Carpetas fuera del gestor de paquetes</translation>
    </message>
    <message>
        <source>System services</source>
        <translation>Servicios del sistema</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Aplicaciones</translation>
    </message>
    <message>
        <source>Installer receipts</source>
        <translation>Recibos del instalador</translation>
    </message>
    <message>
        <source>Launch daemons and agents</source>
        <translation>Demonios y agentes de inicio</translation>
    </message>
    <message>
        <source>System and kernel extensions</source>
        <translation>Extensiones del sistema y del núcleo</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>No rule yet</source>
        <translation>Aún sin norma</translation>
    </message>
    <message>
        <source>No rule binds you</source>
        <translation>Ninguna norma le obliga</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>Excluido</translation>
    </message>
    <message>
        <source>Not certain</source>
        <translation>No es seguro</translation>
    </message>
    <message>
        <source>Likely covered</source>
        <translation>Probablemente incluido</translation>
    </message>
    <message>
        <source>Sales ended</source>
        <translation>Venta terminada</translation>
    </message>
    <message>
        <source>Updates ended</source>
        <translation>Sin actualizaciones</translation>
    </message>
    <message>
        <source>Applies to you</source>
        <translation>Se le aplica</translation>
    </message>
    <message>
        <source>Put in its place</source>
        <translation>Puesto en su lugar</translation>
    </message>
    <message>
        <source>Left behind</source>
        <translation>Dejado atrás</translation>
    </message>
</context>
<context>
    <name>StepState</name>
    <message>
        <source>not begun</source>
        <translation>sin empezar</translation>
    </message>
    <message>
        <source>was cut off</source>
        <translation>se cortó</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>there was nothing to do</source>
        <translation>no había nada que hacer</translation>
    </message>
    <message>
        <source>done by its own word; it could not be checked</source>
        <translation>hecho según su programa; no se pudo comprobar</translation>
    </message>
    <message>
        <source>done as soon as the computer restarts</source>
        <translation>hecho en cuanto el equipo se reinicie</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>no hizo falta</translation>
    </message>
    <message>
        <source>left out by the person</source>
        <translation>omitido por la persona</translation>
    </message>
    <message>
        <source>waits for a restart</source>
        <translation>espera un reinicio</translation>
    </message>
    <message>
        <source>no antivirus is on yet</source>
        <translation>aún no hay ningún antivirus activado</translation>
    </message>
    <message>
        <source>waits for the person</source>
        <translation>espera a la persona</translation>
    </message>
    <message>
        <source>was cut off, and nobody can tell how far it came</source>
        <translation>se cortó, y nadie sabe hasta dónde llegó</translation>
    </message>
    <message>
        <source>its program ended well, but it is still there</source>
        <translation>su programa terminó bien, pero sigue ahí</translation>
    </message>
    <message>
        <source>another installation was running</source>
        <translation>había otra instalación en curso</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>the person said no</source>
        <translation>la persona dijo que no</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falló</translation>
    </message>
    <message>
        <source>asks for a password</source>
        <translation>pide una contraseña</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>devuelto a su sitio</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the citation</source>
        <translation>Copiar la cita</translation>
    </message>
    <message>
        <source>Not confirmed: %1</source>
        <translation>Sin confirmar: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more source(s)</source>
        <translation>
            <numerusform>%n fuente más</numerusform>
            <numerusform>%n fuentes más</numerusform>
        </translation>
    </message>
    <message>
        <source>Cited as</source>
        <translation>Se cita como</translation>
    </message>
    <message>
        <source>Read in</source>
        <translation>Leído en</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Grado de certeza</translation>
    </message>
    <message>
        <source>Does not bind you</source>
        <translation>No le obliga</translation>
    </message>
    <message>
        <source>Not in force yet</source>
        <translation>Aún no está en vigor</translation>
    </message>
    <message>
        <source>Depends on where you are</source>
        <translation>Depende de dónde esté</translation>
    </message>
    <message>
        <source>Advice for you</source>
        <translation>Recomendación para usted</translation>
    </message>
    <message>
        <source>Applies to you</source>
        <translation>Se le aplica</translation>
    </message>
    <message>
        <source>Read at the source</source>
        <translation>Leído en la fuente</translation>
    </message>
    <message>
        <source>Read in reports that quote it, not at the source itself</source>
        <translation>Leído en informes que la citan, no en la propia fuente</translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation>Aún sin confirmar</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Emitido por</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>Se refiere a</translation>
    </message>
    <message>
        <source>Binds</source>
        <translation>Obliga a</translation>
    </message>
    <message>
        <source>Advises against</source>
        <translation>Desaconseja</translation>
    </message>
    <message>
        <source>Ends or forbids</source>
        <translation>Termina o prohíbe</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>No abarca</translation>
    </message>
    <message>
        <source>Installed %1</source>
        <translation>Instalado: %1</translation>
    </message>
    <message>
        <source>Installation day not known</source>
        <translation>Se desconoce el día de instalación</translation>
    </message>
    <message>
        <source>Last update %1</source>
        <translation>Última actualización: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) without updates</source>
        <translation>
            <numerusform>%n día sin actualizaciones</numerusform>
            <numerusform>%n días sin actualizaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Hoy, %1</translation>
    </message>
    <message>
        <source>Installed here</source>
        <translation>Instalado aquí</translation>
    </message>
    <message>
        <source>%1 was installed on this computer, by its own record.</source>
        <translation>%1 se instaló en este equipo, según su propio registro.</translation>
    </message>
    <message>
        <source>Last update here</source>
        <translation>Última actualización aquí</translation>
    </message>
    <message>
        <source>%1 last updated its databases on this computer.</source>
        <translation>%1 actualizó por última vez sus bases de datos en este equipo.</translation>
    </message>
    <message>
        <source>Still on this computer</source>
        <translation>Sigue en este equipo</translation>
    </message>
    <message>
        <source>The facts about what was decided could not be read. The Overview says why.</source>
        <translation>No se pudieron leer los datos sobre lo que se decidió. El resumen dice por qué.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Offramp: %1</source>
        <translation>Offramp: %1</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Revisar de nuevo</translation>
    </message>
    <message>
        <source>Quit Offramp</source>
        <translation>Salir de Offramp</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Recordármelo</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>La semana que viene</translation>
    </message>
    <message>
        <source>On a date…</source>
        <translation>En una fecha…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
</context>
<context>
    <name>VerificationMark</name>
    <message>
        <source>read at the source</source>
        <translation>leído en la fuente</translation>
    </message>
    <message>
        <source>read in quotations</source>
        <translation>leído en citas</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>aún sin confirmar</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
    <message>
        <source>This computer as a whole</source>
        <translation>Este equipo en conjunto</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Entry in the list of programs</source>
        <translation>Entrada en la lista de programas</translation>
    </message>
    <message>
        <source>Windows Installer record</source>
        <translation>Registro de Windows Installer</translation>
    </message>
    <message>
        <source>Store app</source>
        <translation>Aplicación de la Tienda</translation>
    </message>
    <message>
        <source>Security Center entry</source>
        <translation>Entrada del Centro de seguridad</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Controlador</translation>
    </message>
    <message>
        <source>Device filter</source>
        <translation>Filtro de dispositivo</translation>
    </message>
    <message>
        <source>Network adapter</source>
        <translation>Adaptador de red</translation>
    </message>
    <message>
        <source>Network filter</source>
        <translation>Filtro de red</translation>
    </message>
    <message>
        <source>Registry key</source>
        <translation>Clave del Registro</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Root certificate</source>
        <translation>Certificado raíz</translation>
    </message>
    <message>
        <source>Browser extension</source>
        <translation>Extensión del navegador</translation>
    </message>
    <message>
        <source>Browser helper</source>
        <translation>Ayudante del navegador</translation>
    </message>
    <message>
        <source>Scheduled task</source>
        <translation>Tarea programada</translation>
    </message>
    <message>
        <source>Running program</source>
        <translation>Programa en ejecución</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paquete</translation>
    </message>
    <message>
        <source>System service</source>
        <translation>Servicio del sistema</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Aplicación</translation>
    </message>
    <message>
        <source>Installer receipt</source>
        <translation>Recibo del instalador</translation>
    </message>
    <message>
        <source>Launch item</source>
        <translation>Elemento de inicio</translation>
    </message>
    <message>
        <source>System extension</source>
        <translation>Extensión del sistema</translation>
    </message>
    <message>
        <source>Kernel extension</source>
        <translation>Extensión del núcleo</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmado</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>sin confirmar</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>se desconoce</translation>
    </message>
    <message>
        <source>not included</source>
        <translation>no incluido</translation>
    </message>
    <message>
        <source>Reading it needs administrator rights.</source>
        <translation>Para leerlo hacen falta derechos de administrador.</translation>
    </message>
    <message>
        <source>The recording of this computer does not contain it.</source>
        <translation>La grabación de este equipo no lo contiene.</translation>
    </message>
    <message>
        <source>It is not there.</source>
        <translation>No está ahí.</translation>
    </message>
    <message>
        <source>What was read there could not be understood.</source>
        <translation>No se pudo entender lo que se leyó ahí.</translation>
    </message>
    <message>
        <source>It is larger than we read.</source>
        <translation>Es más grande de lo que leemos.</translation>
    </message>
    <message>
        <source>This program cannot read it on this system.</source>
        <translation>Este programa no puede leerlo en este sistema.</translation>
    </message>
    <message>
        <source>The system reported an error while it was read.</source>
        <translation>El sistema informó de un error al leerlo.</translation>
    </message>
    <message>
        <source>It took too long and was stopped.</source>
        <translation>Tardó demasiado y se detuvo.</translation>
    </message>
    <message>
        <source>You stopped the check.</source>
        <translation>La revisión se detuvo a petición suya.</translation>
    </message>
    <message>
        <source>In the U.S. or a U.S. person</source>
        <translation>En EE. UU. o persona de EE. UU.</translation>
    </message>
    <message>
        <source>Federal staff</source>
        <translation>Personal federal</translation>
    </message>
    <message>
        <source>Federal contractor</source>
        <translation>Contratista federal</translation>
    </message>
    <message>
        <source>Other government</source>
        <translation>Otro organismo público</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Ninguno de estos</translation>
    </message>
</context>
<context>
    <name>offramp::ui::AboutPage</name>
    <message>
        <source>About Offramp</source>
        <translation>Acerca de Offramp</translation>
    </message>
    <message>
        <source>Hide the license</source>
        <translation>Ocultar la licencia</translation>
    </message>
    <message>
        <source>Read the license</source>
        <translation>Leer la licencia</translation>
    </message>
    <message>
        <source>Hide the license of %1</source>
        <translation>Ocultar la licencia de %1</translation>
    </message>
    <message>
        <source>Read the license of %1</source>
        <translation>Leer la licencia de %1</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Back to Settings</source>
        <translation>Volver a Ajustes</translation>
    </message>
    <message>
        <source>Offramp is free software: you may use, study, share and change it under the GNU General Public License, version 3 or later. It comes with no warranty. Whoever gave it to you also has to offer you its source.</source>
        <translation>Offramp es software libre: se puede usar, estudiar, compartir y modificar según la Licencia Pública General de GNU, versión 3 o posterior. No ofrece ninguna garantía. Quien se lo haya dado también debe ofrecerle su código fuente.</translation>
    </message>
    <message>
        <source>Offramp is not connected with Kaspersky or with any product it names. What it says is information, not legal advice.</source>
        <translation>Offramp no tiene relación con Kaspersky ni con ningún producto que nombra. Lo que dice es información, no asesoramiento legal.</translation>
    </message>
    <message>
        <source>How well a fact is verified</source>
        <translation>Cómo de verificado está un dato</translation>
    </message>
    <message>
        <source>What Offramp is made of</source>
        <translation>De qué está hecho Offramp</translation>
    </message>
</context>
<context>
    <name>offramp::ui::CompareTray</name>
    <message>
        <source>Do not compare %1</source>
        <translation>No comparar %1</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Room for one</source>
        <translation>Cabe uno</translation>
    </message>
    <message numerus="yes">
        <source>Room for %n</source>
        <translation>
            <numerusform>Cabe %n</numerusform>
            <numerusform>Caben %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Pick one more to compare</source>
        <translation>Elija uno más para comparar</translation>
    </message>
</context>
<context>
    <name>offramp::ui::DisclosureHead</name>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Why? %1: %2</source>
        <translation>¿Por qué? %1: %2</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>plegado</translation>
    </message>
</context>
<context>
    <name>offramp::ui::GroupHeader</name>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>plegado</translation>
    </message>
</context>
<context>
    <name>offramp::ui::HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>What was remembered before was damaged. It was kept in this file, and a new one begun: %1</source>
        <translation>Lo recordado hasta ahora estaba dañado. Se guardó en este archivo y se empezó uno nuevo: %1</translation>
    </message>
    <message>
        <source>Checks of recorded computers, of other days or with other facts are not remembered.</source>
        <translation>No se recuerdan las revisiones de equipos grabados, de otros días o con otros datos.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>The report of this check is not there any more.</source>
        <translation>El informe de esta revisión ya no está.</translation>
    </message>
    <message>
        <source>The first check that is remembered.</source>
        <translation>La primera revisión que se recuerda.</translation>
    </message>
    <message>
        <source>What changed:</source>
        <translation>Lo que cambió:</translation>
    </message>
    <message>
        <source>Save the report of %1</source>
        <translation>Guardar el informe del %1</translation>
    </message>
    <message>
        <source>Save as JSON</source>
        <translation>Guardar como JSON</translation>
    </message>
    <message>
        <source>Save the check of %1 as JSON</source>
        <translation>Guardar la revisión del %1 como JSON</translation>
    </message>
    <message>
        <source>Clear the history…</source>
        <translation>Borrar el historial…</translation>
    </message>
    <message>
        <source>Forget all checks? Reports you saved stay where they are. This cannot be undone.</source>
        <translation>¿Olvidar todas las revisiones? Los informes guardados se quedan donde están. Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Conservarlas</translation>
    </message>
    <message>
        <source>Forget all checks</source>
        <translation>Olvidar todas las revisiones</translation>
    </message>
    <message>
        <source>Every check on this computer that said something new. The history is on this computer only.</source>
        <translation>Cada revisión de este equipo que dijo algo nuevo. El historial está solo en este equipo.</translation>
    </message>
    <message>
        <source>Checks are not remembered now</source>
        <translation>Ahora no se recuerdan las revisiones</translation>
    </message>
    <message>
        <source>No check is remembered yet.</source>
        <translation>Todavía no se recuerda ninguna revisión.</translation>
    </message>
    <message>
        <source>Removals</source>
        <translation>Eliminaciones</translation>
    </message>
    <message>
        <source>Report and undo</source>
        <translation>Informe y deshacer</translation>
    </message>
    <message>
        <source>Report and undo: %1, %2</source>
        <translation>Informe y deshacer: %1, %2</translation>
    </message>
    <message>
        <source>Removals cannot be listed now</source>
        <translation>Ahora no se pueden mostrar las eliminaciones</translation>
    </message>
</context>
<context>
    <name>offramp::ui::MainWindow</name>
    <message>
        <source>%1 – Offramp</source>
        <translation>%1 – Offramp</translation>
    </message>
</context>
<context>
    <name>offramp::ui::NavRail</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>offramp::ui::OverviewPage</name>
    <message>
        <source>Rules for: %1</source>
        <translation>Normas para: %1</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Revisar de nuevo</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>One question</source>
        <translation>Una pregunta</translation>
    </message>
    <message>
        <source>One question: for whom shall we look at the rules?</source>
        <translation>Una pregunta: ¿para quién debemos mirar las normas?</translation>
    </message>
    <message>
        <source>We took “%1”, by the country this computer is set to. You can change it at any time, in Settings or below.</source>
        <translation>Tomamos «%1», por el país configurado en este equipo. Se puede cambiar en cualquier momento, en Ajustes o más abajo.</translation>
    </message>
    <message>
        <source>That is right</source>
        <translation>Es correcto</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation>Guardar la página</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Abrir la página</translation>
    </message>
    <message>
        <source>The page is saved</source>
        <translation>La página está guardada</translation>
    </message>
    <message>
        <source>%1. Send this file, or open it and print it there.</source>
        <translation>%1. Envíe este archivo, o ábralo e imprímalo desde allí.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Seguir con ella</translation>
    </message>
    <message>
        <source>A removal is not finished</source>
        <translation>Hay una eliminación sin terminar</translation>
    </message>
    <message>
        <source>It waits where it was. Nothing goes on before you say so.</source>
        <translation>Espera donde estaba. Nada sigue antes de que usted lo diga.</translation>
    </message>
</context>
<context>
    <name>offramp::ui::ProductsPage</name>
    <message>
        <source>Products</source>
        <translation>Productos</translation>
    </message>
    <message>
        <source>One card for each real product, however many entries it left on this computer.</source>
        <translation>Una tarjeta por cada producto real, sin importar cuántas entradas dejó en este equipo.</translation>
    </message>
    <message>
        <source>Save list…</source>
        <translation>Guardar la lista…</translation>
    </message>
    <message>
        <source>Save the list of products</source>
        <translation>Guardar la lista de productos</translation>
    </message>
    <message>
        <source>Offramp products</source>
        <translation>Productos de Offramp</translation>
    </message>
</context>
<context>
    <name>offramp::ui::RemindPage</name>
    <message>
        <source>Not today is fine. Choose a day, and Offramp comes back to it then: quietly, once, and never over a full-screen program.</source>
        <translation>Hoy no también está bien. Elija un día y Offramp volverá entonces a ello: con discreción, una vez y nunca sobre un programa a pantalla completa.</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Recordármelo</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>La semana que viene</translation>
    </message>
    <message>
        <source>Day of the reminder</source>
        <translation>Día del recordatorio</translation>
    </message>
    <message>
        <source>On this date</source>
        <translation>En esta fecha</translation>
    </message>
    <message>
        <source>Reminders are off. Choosing a day turns them on: Offramp registers with your system, for your account only, to be started now and then. You can turn it off below at any time.</source>
        <translation>Los recordatorios están desactivados. Al elegir un día se activan: Offramp se registra en su sistema, solo para su cuenta, para que lo inicie de vez en cuando. Puede desactivarlo abajo en cualquier momento.</translation>
    </message>
    <message>
        <source>Remind me later</source>
        <translation>Recordármelo más tarde</translation>
    </message>
</context>
<context>
    <name>offramp::ui::ReminderSection</name>
    <message>
        <source>Reminders</source>
        <translation>Recordatorios</translation>
    </message>
    <message>
        <source>Reminders are not available</source>
        <translation>Los recordatorios no están disponibles</translation>
    </message>
    <message>
        <source>Offramp cannot store anything for this account.</source>
        <translation>Offramp no puede guardar nada para esta cuenta.</translation>
    </message>
    <message>
        <source>A choice could not be kept</source>
        <translation>No se pudo conservar una elección</translation>
    </message>
    <message>
        <source>Off. Turned on, Offramp registers with your system to be started now and then, for your account only, and reminds you until this computer is clean. It looks at this computer only; nothing is sent.</source>
        <translation>Desactivado. Si se activa, Offramp se registra en su sistema para que lo inicie de vez en cuando, solo para su cuenta, y le avisa hasta que este equipo esté limpio. Solo mira este equipo; no se envía nada.</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Recordármelo</translation>
    </message>
    <message>
        <source>Offramp starts with your session and stays, with an icon that shows how things stand.</source>
        <translation>Offramp empieza con su sesión y se queda, con un icono que muestra cómo están las cosas.</translation>
    </message>
    <message>
        <source>Nothing stays in memory. Your system starts Offramp for a moment when you sign in.</source>
        <translation>Nada se queda en memoria. Su sistema inicia Offramp un momento cuando inicia sesión.</translation>
    </message>
    <message>
        <source>Nothing stays in memory. Your system starts Offramp for a moment when you sign in and every two hours.</source>
        <translation>Nada se queda en memoria. Su sistema inicia Offramp un momento cuando inicia sesión y cada dos horas.</translation>
    </message>
    <message>
        <source>Keep an icon in the tray</source>
        <translation>Mantener un icono en la bandeja</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Cada día</translation>
    </message>
    <message>
        <source>Every 3 days</source>
        <translation>Cada 3 días</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Cada semana</translation>
    </message>
    <message>
        <source>Every 2 weeks</source>
        <translation>Cada 2 semanas</translation>
    </message>
    <message>
        <source>Every 30 days</source>
        <translation>Cada 30 días</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Con qué frecuencia</translation>
    </message>
    <message>
        <source>Never more than once a day. While nothing up to date protects this computer, reminders slowly come closer together, up to twice as often.</source>
        <translation>Nunca más de una vez al día. Mientras nada actualizado proteja este equipo, los recordatorios se acercan poco a poco, hasta el doble de frecuentes.</translation>
    </message>
    <message>
        <source>Don’t remind me again</source>
        <translation>No recordármelo más</translation>
    </message>
    <message>
        <source>Stop for good</source>
        <translation>Parar para siempre</translation>
    </message>
    <message>
        <source>Offramp then says nothing by itself, even if Kaspersky comes back or things get worse, and takes its entries out of your system. You can turn it on here again.</source>
        <translation>Entonces Offramp no dice nada por sí mismo, ni siquiera si Kaspersky vuelve o las cosas empeoran, y quita sus entradas de su sistema. Puede activarlo aquí de nuevo.</translation>
    </message>
    <message>
        <source>Quiet hours begin</source>
        <translation>Las horas de silencio empiezan</translation>
    </message>
    <message>
        <source>Quiet hours end</source>
        <translation>Las horas de silencio terminan</translation>
    </message>
    <message>
        <source>None. Choose two different times to have some.</source>
        <translation>Ninguna. Elija dos horas distintas para tenerlas.</translation>
    </message>
    <message>
        <source>No reminder from %1 to %2.</source>
        <translation>Sin recordatorios de %1 a %2.</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horas de silencio</translation>
    </message>
</context>
<context>
    <name>offramp::ui::RemovalPage</name>
    <message>
        <source>Save the plan</source>
        <translation>Guardar el plan</translation>
    </message>
    <message>
        <source>The exported passwords</source>
        <translation>Las contraseñas exportadas</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>Archivos de texto (*.txt);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>The report could not be made: %1</source>
        <translation>No se pudo hacer el informe: %1</translation>
    </message>
    <message>
        <source>Guided removal</source>
        <translation>Eliminación guiada</translation>
    </message>
    <message>
        <source>What is left behind</source>
        <translation>Lo que quedó</translation>
    </message>
    <message>
        <source>No check could start, so there is nothing to plan from.</source>
        <translation>Ninguna revisión pudo empezar, así que no hay con qué hacer un plan.</translation>
    </message>
    <message>
        <source>Looking at what has to be settled first.</source>
        <translation>Mirando qué hay que resolver antes.</translation>
    </message>
    <message>
        <source>This computer is being checked first.</source>
        <translation>Antes se revisa este equipo.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>Nothing was left behind.</source>
        <translation>No quedó nada.</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>The removal cannot start</source>
        <translation>La eliminación no puede empezar</translation>
    </message>
    <message>
        <source>This computer is managed</source>
        <translation>Este equipo está administrado</translation>
    </message>
    <message>
        <source>There is nothing to remove</source>
        <translation>No hay nada que eliminar</translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation>Guardar la página</translation>
    </message>
    <message>
        <source>The page says what was found here. It can be printed or sent as it is.</source>
        <translation>La página dice qué se encontró aquí. Se puede imprimir o enviar tal cual.</translation>
    </message>
    <message>
        <source>Save the page…</source>
        <translation>Guardar la página…</translation>
    </message>
</context>
<context>
    <name>offramp::ui::ReplacementsPage</name>
    <message>
        <source>Replacements</source>
        <translation>Alternativas</translation>
    </message>
    <message>
        <source>Ranked by what you had. Nobody pays to be listed, and no link earns us anything.</source>
        <translation>Ordenadas según lo que usted tenía. Nadie paga por aparecer y ningún enlace nos da dinero.</translation>
    </message>
    <message>
        <source>The list appears when this computer has been checked.</source>
        <translation>La lista aparece cuando se ha revisado este equipo.</translation>
    </message>
    <message>
        <source>What you want to keep</source>
        <translation>Lo que quiere conservar</translation>
    </message>
    <message>
        <source>Every replacement has to be an antivirus.</source>
        <translation>Todo sustituto tiene que ser un antivirus.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>2 to 5</source>
        <translation>De 2 a 5</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Yearly price</source>
        <translation>Precio al año</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>To $80</source>
        <translation>Hasta $80</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Also for</source>
        <translation>También para</translation>
    </message>
    <message>
        <source>Also for %1</source>
        <translation>También para %1</translation>
    </message>
    <message>
        <source>Back to the list of replacements</source>
        <translation>Volver a la lista de sustitutos</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
</context>
<context>
    <name>offramp::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation>Quién es usted</translation>
    </message>
    <message>
        <source>Which rules count depends on it. It is kept on this computer only.</source>
        <translation>De ello depende qué normas cuentan. Se guarda solo en este equipo.</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Idioma y aspecto</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claros</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuros</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Text size, beside the system&apos;s</source>
        <translation>Tamaño del texto, además del que usa el sistema</translation>
    </message>
    <message>
        <source>Update now</source>
        <translation>Actualizar ahora</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Importar un archivo…</translation>
    </message>
    <message>
        <source>Check the facts in use</source>
        <translation>Comprobar los datos en uso</translation>
    </message>
    <message>
        <source>Facts about products and rules</source>
        <translation>Datos sobre productos y normas</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Look for newer facts once a week</source>
        <translation>Buscar datos más recientes una vez por semana</translation>
    </message>
    <message>
        <source>A server learns your address on the network and which facts you have, nothing else.</source>
        <translation>Un servidor conoce su dirección en la red y qué datos tiene, nada más.</translation>
    </message>
    <message>
        <source>What is kept on this computer</source>
        <translation>Lo que se guarda en este equipo</translation>
    </message>
    <message>
        <source>This window keeps nothing.</source>
        <translation>Esta ventana no guarda nada.</translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <translation>Ajustes: %1</translation>
    </message>
    <message>
        <source>History and downloaded facts: %1</source>
        <translation>Historial y datos descargados: %1</translation>
    </message>
    <message>
        <source>Set everything back as at the first start? The history stays.</source>
        <translation>¿Dejar todo como en el primer inicio? El historial se conserva.</translation>
    </message>
    <message>
        <source>Keep my settings</source>
        <translation>Conservar mis ajustes</translation>
    </message>
    <message>
        <source>Delete my settings</source>
        <translation>Borrar mis ajustes</translation>
    </message>
    <message>
        <source>Delete the settings…</source>
        <translation>Borrar los ajustes…</translation>
    </message>
    <message>
        <source>Clear the history in History</source>
        <translation>Borrar el historial en Historial</translation>
    </message>
    <message>
        <source>Import facts</source>
        <translation>Importar datos</translation>
    </message>
    <message>
        <source>Published facts (catalog-*.db.gz);;All files (*)</source>
        <translation>Datos publicados (catalog-*.db.gz);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>About Offramp</source>
        <translation>Acerca de Offramp</translation>
    </message>
    <message>
        <source>Motion</source>
        <extracomment>How much things move in the window.</extracomment>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reducido</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Completo</translation>
    </message>
    <message>
        <source>Delete the downloaded facts…</source>
        <translation>Eliminar los datos descargados…</translation>
    </message>
    <message>
        <source>Delete all downloaded and imported facts? Those that came with Offramp are used from then on.</source>
        <translation>¿Eliminar todos los datos descargados e importados? Desde entonces se usan los que vinieron con Offramp.</translation>
    </message>
    <message>
        <source>Keep the facts</source>
        <translation>Conservar los datos</translation>
    </message>
    <message>
        <source>Delete the downloaded facts</source>
        <translation>Eliminar los datos descargados</translation>
    </message>
</context>
<context>
    <name>offramp::ui::SourceNote</name>
    <message>
        <source>Open the official page</source>
        <translation>Abrir la página oficial</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
</context>
<context>
    <name>offramp::ui::Stepper</name>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>paso actual</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>por venir</translation>
    </message>
    <message>
        <source>Step %1 of %2, %3, %4</source>
        <translation>Paso %1 de %2, %3, %4</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Paso %1 de %2</translation>
    </message>
</context>
<context>
    <name>offramp::ui::TimelinePage</name>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Which rules matter depends on who you are, not only on where you are.</source>
        <translation>Qué normas importan depende de quién es usted, no solo de dónde está.</translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation>Quién es usted</translation>
    </message>
    <message>
        <source>Drawn timeline</source>
        <translation>Cronología dibujada</translation>
    </message>
    <message>
        <source>Quiet stretches are drawn shorter</source>
        <translation>Los periodos tranquilos se dibujan más cortos</translation>
    </message>
    <message>
        <source>Rule or authority</source>
        <translation>Norma o autoridad</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Acontecimientos</translation>
    </message>
</context>
<context>
    <name>offramp::ui::WhyPage</name>
    <message>
        <source>Why we say this</source>
        <translation>Por qué lo decimos</translation>
    </message>
    <message>
        <source>Each reason, where it was read, and how well it is verified. This is information, not legal advice.</source>
        <translation>Cada razón, dónde se leyó y hasta qué punto está comprobada. Esto es información, no asesoramiento legal.</translation>
    </message>
</context>
</TS>
