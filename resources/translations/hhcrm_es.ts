<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US">
<context>
    <name>app</name>
    <message>
        <source>Making a sample agency</source>
        <translation>Preparando una agencia de ejemplo</translation>
    </message>
    <message>
        <source>Your agency is set up. Its list of sources comes next.</source>
        <translation>Su agencia está lista. Lo siguiente es su lista de fuentes.</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importar una lista</translation>
    </message>
    <message>
        <source>How the window was left could not be read. It starts as new; the old file is kept beside it.</source>
        <translation>No se pudo leer cómo quedó la ventana. Empieza como nueva; el archivo anterior se guarda a su lado.</translation>
    </message>
    <message>
        <source>Last backup {said}</source>
        <translation>Última copia de seguridad: {said}</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Aún no hay copia de seguridad</translation>
    </message>
    <message>
        <source>The agency cannot be opened</source>
        <translation>No se puede abrir la agencia</translation>
    </message>
    <message>
        <source>Restore the newest good backup</source>
        <translation>Restaurar la última copia de seguridad buena</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>The folder {root} cannot be used ({why}). Choose another one with --data.</source>
        <translation>No se puede usar la carpeta {root} ({why}). Elija otra con --data.</translation>
    </message>
    <message>
        <source>{name} could not be written ({why}). Make room on the disk or check the folder&apos;s permissions, then try again.</source>
        <translation>No se pudo escribir {name} ({why}). Libere espacio en el disco o revise los permisos de la carpeta e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This folder is kept in step by {cloud}, which copies the database while it is written and can damage it. Choose a folder on this computer that is not synchronised; backups may lie there.</source>
        <translation>{cloud} sincroniza esta carpeta: copia la base de datos mientras se escribe y puede dañarla. Elija una carpeta de esta computadora que no se sincronice; las copias de seguridad sí pueden estar ahí.</translation>
    </message>
    <message>
        <source>This folder lies on {network}, where the database can be damaged when the connection drops or two computers write. Choose a folder on this computer&apos;s own disk, or share a PostgreSQL server.</source>
        <translation>Esta carpeta está en {network}, donde la base de datos puede dañarse si se corta la conexión o si escriben dos computadoras. Elija una carpeta en el disco de esta computadora o comparta un servidor PostgreSQL.</translation>
    </message>
    <message>
        <source>a cloud drive</source>
        <translation>una unidad en la nube</translation>
    </message>
    <message>
        <source>a network drive</source>
        <translation>una unidad de red</translation>
    </message>
    <message>
        <source>a network or shared drive ({kind})</source>
        <translation>una unidad de red o compartida ({kind})</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Another window has {root} open and does not answer. Close it, or wait until it is ready.</source>
        <translation>Otra ventana tiene abierta {root} y no responde. Ciérrela o espere a que esté lista.</translation>
    </message>
    <message>
        <source>Other starts of the program cannot reach this window: {why}.</source>
        <translation>Otros inicios del programa no pueden comunicarse con esta ventana: {why}.</translation>
    </message>
    <message>
        <source>The folder {parent} cannot be written to ({why}).</source>
        <translation>No se puede escribir en la carpeta {parent} ({why}).</translation>
    </message>
    <message>
        <source>Sample agency: all made up, thrown away when you close it</source>
        <translation>Agencia de ejemplo: todo es inventado y se borra al cerrarla</translation>
    </message>
    <message>
        <source>There is no room for a sample agency ({why}). Make room on the disk.</source>
        <translation>No hay espacio para una agencia de ejemplo ({why}). Libere espacio en el disco.</translation>
    </message>
    <message>
        <source>The sample agency could not be made. {why}</source>
        <translation>No se pudo preparar la agencia de ejemplo. {why}</translation>
    </message>
</context>
<context>
    <name>calendar</name>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>See {people}</source>
        <translation>Ver a {people}</translation>
    </message>
    <message>
        <source>There is no such source any more.</source>
        <translation>Esa fuente ya no existe.</translation>
    </message>
    <message>
        <source>There is no kind of visit that counts any more.</source>
        <translation>Ya no hay ningún tipo de visita que cuente.</translation>
    </message>
    <message>
        <source>There is no free place in the next months. Choose a day by hand.</source>
        <translation>No hay lugar libre en los próximos meses. Elija un día a mano.</translation>
    </message>
    <message>
        <source>missed {day}</source>
        <translation>no realizada el {day}</translation>
    </message>
    <message>
        <source>cancelled {day}</source>
        <translation>cancelada el {day}</translation>
    </message>
    <message>
        <source>overdue 1 day</source>
        <translation>1 día de atraso</translation>
    </message>
    <message>
        <source>overdue {days} days</source>
        <translation>{days} días de atraso</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>vence hoy</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>vence el {day}</translation>
    </message>
    <message>
        <source>{visits} visits done</source>
        <translation>{visits} visitas hechas</translation>
    </message>
    <message>
        <source>visit {number} of {needed}</source>
        <translation>visita {number} de {needed}</translation>
    </message>
    <message>
        <source>A visit lies in a year from {first} to {last}.</source>
        <translation>Una visita cae en un año de {first} a {last}.</translation>
    </message>
    <message>
        <source>Move visit</source>
        <translation>Mover visita</translation>
    </message>
    <message>
        <source>A visit takes from {first} to {last} minutes.</source>
        <translation>Una visita dura de {first} a {last} minutos.</translation>
    </message>
    <message>
        <source>Change length of visit</source>
        <translation>Cambiar la duración de la visita</translation>
    </message>
    <message>
        <source>Only a missed or cancelled visit can be planned again.</source>
        <translation>Solo se puede volver a planificar una visita no realizada o cancelada.</translation>
    </message>
    <message>
        <source>Plan visit again</source>
        <translation>Volver a planificar la visita</translation>
    </message>
    <message>
        <source>This visit took place on {day}. Change its day in the log of the visit.</source>
        <translation>Esta visita se hizo el {day}. Cambie su día en el registro de la visita.</translation>
    </message>
    <message>
        <source>This visit was missed. Plan it again first.</source>
        <translation>Esta visita no se realizó. Primero vuelva a planificarla.</translation>
    </message>
    <message>
        <source>This visit was cancelled. Plan it again first.</source>
        <translation>Esta visita se canceló. Primero vuelva a planificarla.</translation>
    </message>
    <message>
        <source>This visit has been taken off the calendar meanwhile.</source>
        <translation>Entretanto, esta visita se quitó del calendario.</translation>
    </message>
    <message>
        <source>Somebody changed the visit to {source} meanwhile: it is {status} for {when}. Nothing was changed by you.</source>
        <translation>Entretanto, alguien modificó la visita a {source}: está {status} para {when}. Usted no cambió nada.</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>planificada</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>realizada</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>no realizada</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>Add holiday {name}</source>
        <translation>Agregar el día feriado {name}</translation>
    </message>
    <message>
        <source>Change holiday {name}</source>
        <translation>Cambiar el día feriado {name}</translation>
    </message>
    <message>
        <source>Remove holiday</source>
        <translation>Quitar el día feriado</translation>
    </message>
    <message>
        <source>Fill in the holidays of {state}, {years}</source>
        <translation>Completar los días feriados de {state}, {years}</translation>
    </message>
    <message>
        <source>Fill in the federal holidays, {years}: there is no list for {state}</source>
        <translation>Completar los días feriados federales, {years}: no hay lista para {state}</translation>
    </message>
    <message>
        <source>Fill in the federal holidays, {years}: the agency&apos;s ZIP does not say its state</source>
        <translation>Completar los días feriados federales, {years}: el código ZIP de la agencia no indica su estado</translation>
    </message>
    <message>
        <source>Holidays can be filled in for years from {first} to {last}.</source>
        <translation>Los días feriados se pueden completar para los años de {first} a {last}.</translation>
    </message>
    <message>
        <source>Give the holiday&apos;s name.</source>
        <translation>Indique el nombre del día feriado.</translation>
    </message>
    <message>
        <source>A holiday lies in a year from {first} to {last}.</source>
        <translation>Un día feriado cae en un año de {first} a {last}.</translation>
    </message>
    <message>
        <source>{name} is on that day already.</source>
        <translation>{name} ya está en ese día.</translation>
    </message>
    <message>
        <source>Add time off</source>
        <translation>Agregar ausencia</translation>
    </message>
    <message>
        <source>Change time off</source>
        <translation>Cambiar ausencia</translation>
    </message>
    <message>
        <source>Remove time off</source>
        <translation>Quitar ausencia</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>El último día es anterior al primero.</translation>
    </message>
    <message>
        <source>That is more than two years. Look at the year.</source>
        <translation>Son más de dos años. Revise el año.</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>Nothing in this period.</source>
        <translation>No hay nada en este período.</translation>
    </message>
    <message>
        <source>{name}: {visits} beside {referrals}</source>
        <translation>{name}: {visits} junto a {referrals}</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>Visits beside referrals</source>
        <translation>Visitas junto a referidos</translation>
    </message>
    <message>
        <source>{visits}, {referrals}</source>
        <translation>{visits}, {referrals}</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>al mes</translation>
    </message>
    <message>
        <source>month of the visit, of the referral</source>
        <translation>mes de la visita, del referido</translation>
    </message>
    <message>
        <source>completed visits that count</source>
        <translation>visitas realizadas que cuentan</translation>
    </message>
    <message>
        <source>referrals</source>
        <translation>referidos</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Referidos</translation>
    </message>
    <message>
        <source>Referrals per ten visits</source>
        <translation>Referidos por cada diez visitas</translation>
    </message>
    <message>
        <source>{count} others</source>
        <translation>{count} más</translation>
    </message>
    <message>
        <source>Referrals by source</source>
        <translation>Referidos por fuente</translation>
    </message>
    <message>
        <source>referrals; share admitted of those decided</source>
        <translation>referidos; proporción admitida de los decididos</translation>
    </message>
    <message>
        <source>source</source>
        <translation>fuente</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Referrals by source type</source>
        <translation>Referidos por tipo de fuente</translation>
    </message>
    <message>
        <source>type of source</source>
        <translation>tipo de fuente</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Admitted of those decided</source>
        <translation>Admitidos de los decididos</translation>
    </message>
    <message>
        <source>admitted, % of those decided</source>
        <translation>admitidos, % de los decididos</translation>
    </message>
    <message>
        <source>month of referral; below it, how many are decided</source>
        <translation>mes del referido; debajo, cuántos están decididos</translation>
    </message>
    <message>
        <source>admitted of those decided</source>
        <translation>admitidos de los decididos</translation>
    </message>
    <message>
        <source>Referrals by month</source>
        <translation>Referidos por mes</translation>
    </message>
    <message>
        <source>month of referral</source>
        <translation>mes del referido</translation>
    </message>
    <message>
        <source>admitted</source>
        <translation>admitidos</translation>
    </message>
    <message>
        <source>not admitted</source>
        <translation>no admitidos</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>aún abiertos</translation>
    </message>
    <message>
        <source>{name}: {count} of {all} admitted</source>
        <translation>{name}: {count} de {all} admitidos</translation>
    </message>
    <message>
        <source>{name}: {count} of {all} not admitted</source>
        <translation>{name}: {count} de {all} no admitidos</translation>
    </message>
    <message>
        <source>{name}: {count} of {all} still open</source>
        <translation>{name}: {count} de {all} aún abiertos</translation>
    </message>
    <message>
        <source>{name}: {share} admitted, {admitted} of {decided} decided; {open} still open</source>
        <translation>{name}: {share} admitidos, {admitted} de {decided} decididos; {open} aún abiertos</translation>
    </message>
    <message>
        <source>n = {count}</source>
        <translation>n = {count}</translation>
    </message>
    <message>
        <source>top {named} of {all}; n = {count}</source>
        <translation>primeros {named} de {all}; n = {count}</translation>
    </message>
    <message>
        <source>all {all}; n = {count}</source>
        <translation>los {all}; n = {count}</translation>
    </message>
    <message>
        <source>none decided, {open} still open</source>
        <translation>ninguno decidido, {open} aún abiertos</translation>
    </message>
    <message>
        <source>{share} of {decided} decided; {open} still open</source>
        <translation>{share} de {decided} decididos; {open} aún abiertos</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>Admitidos</translation>
    </message>
    <message>
        <source>Not admitted</source>
        <translation>No admitidos</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Aún abiertos</translation>
    </message>
    <message>
        <source>Admitted, % of decided</source>
        <translation>Admitidos, % de los decididos</translation>
    </message>
    <message>
        <source>{name}: {share} kept, {kept} of {gaps} gaps</source>
        <translation>{name}: {share} cumplidos, {kept} de {gaps} intervalos</translation>
    </message>
    <message>
        <source>Rhythm kept</source>
        <translation>Ritmo cumplido</translation>
    </message>
    <message>
        <source>gaps kept, %</source>
        <translation>intervalos cumplidos, %</translation>
    </message>
    <message>
        <source>month in which the gap ends; below it, how many gaps</source>
        <translation>mes en que termina el intervalo; debajo, cuántos intervalos</translation>
    </message>
    <message>
        <source>gaps of at most the cadence and a week</source>
        <translation>intervalos de, como máximo, la cadencia más una semana</translation>
    </message>
    <message>
        <source>Gaps kept</source>
        <translation>Intervalos cumplidos</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Intervalos</translation>
    </message>
    <message>
        <source>Rhythm kept, %</source>
        <translation>Ritmo cumplido, %</translation>
    </message>
    <message>
        <source>n = 0 gaps between visits</source>
        <translation>n = 0 intervalos entre visitas</translation>
    </message>
    <message>
        <source>{share} of {gaps} gaps between visits</source>
        <translation>{share} de {gaps} intervalos entre visitas</translation>
    </message>
    <message>
        <source>Q{number} {year}</source>
        <translation>T{number} {year}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
    <message>
        <source>{month} (to {day})</source>
        <translation>{month} (hasta el {day})</translation>
    </message>
    <message>
        <source>{month} (from {day})</source>
        <translation>{month} (desde el {day})</translation>
    </message>
    <message>
        <source>{count} referral</source>
        <translation>{count} referido</translation>
    </message>
    <message>
        <source>{count} referrals</source>
        <translation>{count} referidos</translation>
    </message>
    <message>
        <source>{count} visit</source>
        <translation>{count} visita</translation>
    </message>
    <message>
        <source>{count} visits</source>
        <translation>{count} visitas</translation>
    </message>
</context>
<context>
    <name>commitments</name>
    <message>
        <source>Say why.</source>
        <translation>Indique por qué.</translation>
    </message>
    <message>
        <source>That day lies before it was promised.</source>
        <translation>Ese día es anterior al día en que se prometió.</translation>
    </message>
    <message>
        <source>Say what was promised.</source>
        <translation>Indique qué se prometió.</translation>
    </message>
    <message>
        <source>It is due before it was promised.</source>
        <translation>Vence antes de haberse prometido.</translation>
    </message>
    <message>
        <source>That visit was to another source.</source>
        <translation>Esa visita fue a otra fuente.</translation>
    </message>
    <message>
        <source>Say by when.</source>
        <translation>Indique para cuándo.</translation>
    </message>
    <message>
        <source>There is no such commitment any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>days</name>
    <message>
        <source>Monday</source>
        <translation>lunes</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>martes</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>miércoles</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>jueves</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>viernes</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>sábado</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>domingo</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>lun</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>mar</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>mié</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>jue</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>vie</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>sáb</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>dom</translation>
    </message>
    <message>
        <source>January</source>
        <translation>enero</translation>
    </message>
    <message>
        <source>February</source>
        <translation>febrero</translation>
    </message>
    <message>
        <source>March</source>
        <translation>marzo</translation>
    </message>
    <message>
        <source>April</source>
        <translation>abril</translation>
    </message>
    <message>
        <source>May</source>
        <translation>mayo</translation>
    </message>
    <message>
        <source>June</source>
        <translation>junio</translation>
    </message>
    <message>
        <source>July</source>
        <translation>julio</translation>
    </message>
    <message>
        <source>August</source>
        <translation>agosto</translation>
    </message>
    <message>
        <source>September</source>
        <translation>septiembre</translation>
    </message>
    <message>
        <source>October</source>
        <translation>octubre</translation>
    </message>
    <message>
        <source>November</source>
        <translation>noviembre</translation>
    </message>
    <message>
        <source>December</source>
        <translation>diciembre</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mañana</translation>
    </message>
    <message>
        <source>Give a day, such as {numbers}.</source>
        <translation>Indique un día, por ejemplo {numbers}.</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is not a day. Type it as {numbers}, {iso}, {words}, or today, tomorrow, fri, +30.</source>
        <translation>&quot;{text}&quot; no es un día. Escríbalo como {numbers}, {iso}, {words}, o bien hoy, mañana, vie, +30.</translation>
    </message>
    <message>
        <source>noon</source>
        <translation>mediodía</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is not a time of day. Type it as 9:30, 2p, 2:15 pm or 14:05.</source>
        <translation>&quot;{text}&quot; no es una hora. Escríbala como 9:30, 2p, 2:15 pm o 14:05.</translation>
    </message>
    <message>
        <source>{clock} AM</source>
        <translation>{clock} AM</translation>
    </message>
    <message>
        <source>{clock} PM</source>
        <translation>{clock} PM</translation>
    </message>
    <message>
        <source>{month} {day}</source>
        <translation>{day} {month}</translation>
    </message>
    <message>
        <source>{month} {day}, {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>{weekday}, {day}</source>
        <translation>{weekday}, {day}</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} de {year}</translation>
    </message>
    <message>
        <source>On {day} the clock was put forward over {time}: there was no such time. Type {later}.</source>
        <translation>El {day} el reloj se adelantó y pasó por alto las {time}: esa hora no existió. Escriba {later}.</translation>
    </message>
    <message>
        <source>{size} bytes</source>
        <translation>{size} bytes</translation>
    </message>
    <message>
        <source>{size:,.0f} KB</source>
        <translation>{size:,.0f} KB</translation>
    </message>
    <message>
        <source>{size:,.1f} MB</source>
        <translation>{size:,.1f} MB</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>{name} is not what the clock shows then: it is {right}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>Give a day such as 2026-11-20 or 11/20/2026.</source>
        <translation>Indique un día como 2026-11-20 o 11/20/2026.</translation>
    </message>
    <message>
        <source>Give a day and time such as 2026-11-20T14:05:00-06:00 or 11/20/2026 2:05 PM, or a day alone.</source>
        <translation>Indique un día y una hora como 2026-11-20T14:05:00-06:00 o 11/20/2026 2:05 PM, o solo un día.</translation>
    </message>
    <message>
        <source>Give a time such as 14:05 or 2:05 pm.</source>
        <translation>Indique una hora como 14:05 o 2:05 pm.</translation>
    </message>
    <message>
        <source>The other dates of this column are month/day/year. Give a day such as 2026-11-20 or 11/20/2026.</source>
        <translation>Las demás fechas de esta columna son mes/día/año. Indique un día como 2026-11-20 o 11/20/2026.</translation>
    </message>
    <message>
        <source>The other dates of this column are day/month/year. Give a day such as 2026-11-20.</source>
        <translation>Las demás fechas de esta columna son día/mes/año. Indique un día como 2026-11-20.</translation>
    </message>
    <message>
        <source>This could be two days. Say whether month or day comes first, or write 2026-11-20.</source>
        <translation>Podrían ser dos días. Diga si va primero el mes o el día, o escriba 2026-11-20.</translation>
    </message>
    <message>
        <source>Write the year with four digits, such as 1943-02-15.</source>
        <translation>Escriba el año con cuatro cifras, como 1943-02-15.</translation>
    </message>
    <message>
        <source>There is no such day. Give a day such as 2026-11-20 or 11/20/2026.</source>
        <translation>Ese día no existe. Indique un día como 2026-11-20 o 11/20/2026.</translation>
    </message>
    <message>
        <source>The year lies outside {first} to {last}.</source>
        <translation>El año no está entre {first} y {last}.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportando</translation>
    </message>
    <message>
        <source>{name} should end in .csv or .xlsx: that says what to write.</source>
        <translation>{name} debe terminar en .csv o .xlsx: eso indica qué escribir.</translation>
    </message>
    <message>
        <source>The list counts {count:,} rows, but {done:,} were read. Nothing was written; try again.</source>
        <translation>La lista cuenta {count:,} filas, pero se leyeron {done:,}. No se escribió nada; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The mapping is for {given}, not for {wanted}.</source>
        <translation>La asignación es para {given}, no para {wanted}.</translation>
    </message>
    <message>
        <source>No column of the file was recognised as {missing}. Its columns are: {columns}. Say in a mapping which one it is.</source>
        <translation>No se reconoció ninguna columna del archivo como {missing}. Sus columnas son: {columns}. Indique en una asignación cuál es.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importando</translation>
    </message>
    <message>
        <source>Row {number:,}: {words}</source>
        <translation>Fila {number:,}: {words}</translation>
    </message>
    <message>
        <source>The mapping file is not TOML: {error}.</source>
        <translation>El archivo de asignación no es TOML: {error}.</translation>
    </message>
    <message>
        <source>The mapping file must begin with kind = &quot;sources&quot; (or contacts, visits, referrals).</source>
        <translation>El archivo de asignación debe empezar con kind = &quot;sources&quot; (o contacts, visits, referrals).</translation>
    </message>
    <message>
        <source>day_order in the mapping file must be one of {orders}.</source>
        <translation>day_order en el archivo de asignación debe ser uno de {orders}.</translation>
    </message>
    <message>
        <source>The mapping file has unknown words: {words}.</source>
        <translation>El archivo de asignación tiene palabras desconocidas: {words}.</translation>
    </message>
    <message>
        <source>The mapping file gives {field} both a column and one value for all rows.</source>
        <translation>El archivo de asignación da a {field} una columna y también un valor para todas las filas.</translation>
    </message>
    <message>
        <source>The file has no column {name} that the mapping file speaks of.</source>
        <translation>El archivo no tiene la columna {name} de la que habla el archivo de asignación.</translation>
    </message>
    <message>
        <source>The mapping file gives {field} {count} columns; it can have one.</source>
        <translation>El archivo de asignación da a {field} {count} columnas; puede tener una.</translation>
    </message>
    <message>
        <source>The mapping file names one column twice.</source>
        <translation>El archivo de asignación nombra una columna dos veces.</translation>
    </message>
    <message>
        <source>{kind} have no field {field}. Fields are: {names}.</source>
        <translation>{kind} no tiene el campo {field}. Los campos son: {names}.</translation>
    </message>
    <message>
        <source>{words} ({count:,} rows)</source>
        <translation>{words} ({count:,} filas)</translation>
    </message>
    <message>
        <source>The one value given for {name}, {text}, cannot be read: {words}</source>
        <translation>No se puede leer el valor único dado para {name}, {text}: {words}</translation>
    </message>
    <message>
        <source>The dates of this file could be month first or day first, such as {example}. Say which: give a mapping with day_order = &quot;mdy&quot; or &quot;dmy&quot;, or write days like 2026-11-20.</source>
        <translation>Las fechas de este archivo podrían llevar primero el mes o el día, como {example}. Indíquelo: dé una asignación con day_order = &quot;mdy&quot; o &quot;dmy&quot;, o escriba los días como 2026-11-20.</translation>
    </message>
    <message>
        <source>The header is repeated in this row; the row was left out.</source>
        <translation>El encabezado se repite en esta fila; la fila se omitió.</translation>
    </message>
    <message>
        <source>{name} is an old Excel workbook (.xls) or one with a password. Open it in Excel and save it as .xlsx without a password, or as CSV.</source>
        <translation>{name} es un libro antiguo de Excel (.xls) o tiene contraseña. Ábralo en Excel y guárdelo como .xlsx sin contraseña, o como CSV.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>No existe el archivo {path}.</translation>
    </message>
    <message>
        <source>{path} is a folder. Choose a CSV or XLSX file in it.</source>
        <translation>{path} es una carpeta. Elija un archivo CSV o XLSX dentro de ella.</translation>
    </message>
    <message>
        <source>{name} may not be read. Close it in other programs or ask for permission.</source>
        <translation>No se permite leer {name}. Ciérrelo en otros programas o pida permiso.</translation>
    </message>
    <message>
        <source>{name} could not be read: {why}.</source>
        <translation>No se pudo leer {name}: {why}.</translation>
    </message>
    <message>
        <source>Lines above the header were left out.</source>
        <translation>Se omitieron las líneas sobre el encabezado.</translation>
    </message>
    <message>
        <source>{name} is empty. Choose a file with a header row and rows below it.</source>
        <translation>{name} está vacío. Elija un archivo con una fila de encabezado y filas debajo.</translation>
    </message>
    <message>
        <source>The column name {name} stands more than once in the header.</source>
        <translation>El nombre de columna {name} aparece más de una vez en el encabezado.</translation>
    </message>
    <message>
        <source>The row has {count} cells, the header {width}: a separator inside a text has no quotation marks around it, perhaps.</source>
        <translation>La fila tiene {count} celdas y el encabezado {width}: tal vez un separador dentro de un texto no está entre comillas.</translation>
    </message>
    <message>
        <source>The row has {count} of {width} cells: it is cut off, or a separator is missing.</source>
        <translation>La fila tiene {count} de {width} celdas: está cortada o falta un separador.</translation>
    </message>
    <message>
        <source>{name} changed while it was being read. Try again.</source>
        <translation>{name} cambió mientras se leía. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>A cell is longer than {most:,} characters: its quotation mark is never closed, perhaps.</source>
        <translation>Una celda tiene más de {most:,} caracteres: tal vez sus comillas nunca se cierran.</translation>
    </message>
    <message>
        <source>A quotation mark is opened in this row and never closed.{below}</source>
        <translation>En esta fila se abren unas comillas que nunca se cierran.{below}</translation>
    </message>
    <message>
        <source>The cell has {count:,} characters; at most {most:,} are read here.</source>
        <translation>La celda tiene {count:,} caracteres; aquí se leen {most:,} como máximo.</translation>
    </message>
    <message>
        <source>Give an amount such as 12.34.</source>
        <translation>Indique un importe como 12.34.</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un número entero</translation>
    </message>
    <message>
        <source>a number such as 2.5</source>
        <translation>un número como 2.5</translation>
    </message>
    <message>
        <source>Give {example} from {low:g} to {high:,.0f}.</source>
        <translation>Indique {example} de {low:g} a {high:,.0f}.</translation>
    </message>
    <message>
        <source>Give {example}.</source>
        <translation>Indique {example}.</translation>
    </message>
    <message>
        <source>Give the number that an export of this program wrote, or leave it blank.</source>
        <translation>Indique el número que escribió una exportación de este programa, o déjelo en blanco.</translation>
    </message>
    <message>
        <source>Give yes or no.</source>
        <translation>Indique sí o no (yes o no).</translation>
    </message>
    <message>
        <source>Give a telephone number such as (615) 555-0142 x12.</source>
        <translation>Indique un número de teléfono como (615) 555-0142 x12.</translation>
    </message>
    <message>
        <source>{text} is no US telephone number; it was kept as written.</source>
        <translation>{text} no es un número de teléfono de EE. UU.; se conservó tal como estaba.</translation>
    </message>
    <message>
        <source>{text} was read as {code}: a spreadsheet had dropped the zero.</source>
        <translation>{text} se leyó como {code}: una hoja de cálculo había quitado el cero.</translation>
    </message>
    <message>
        <source>Give an e-mail address such as name@example.org.</source>
        <translation>Indique un correo electrónico como name@example.org.</translation>
    </message>
    <message>
        <source>Give one of: {words}.</source>
        <translation>Indique uno de estos: {words}.</translation>
    </message>
    <message>
        <source>{name} is a damaged workbook. Open it in Excel and save it again.</source>
        <translation>{name} es un libro dañado. Ábralo en Excel y guárdelo de nuevo.</translation>
    </message>
    <message>
        <source>A cell is longer than {most:,} characters.</source>
        <translation>Una celda tiene más de {most:,} caracteres.</translation>
    </message>
    <message>
        <source>{name} has no sheet {wanted}. It has: {sheets}.</source>
        <translation>{name} no tiene la hoja {wanted}. Tiene: {sheets}.</translation>
    </message>
    <message>
        <source>{name} is too large to read as a workbook. Save the sheet as CSV.</source>
        <translation>{name} es demasiado grande para leerlo como libro. Guarde la hoja como CSV.</translation>
    </message>
    <message>
        <source>{name} is damaged. Open it in Excel and save it again, or save it as CSV.</source>
        <translation>{name} está dañado. Ábralo en Excel y guárdelo de nuevo, o guárdelo como CSV.</translation>
    </message>
    <message>
        <source>{name} is a workbook of another kind. Save it as XLSX or CSV.</source>
        <translation>{name} es un libro de otro tipo. Guárdelo como XLSX o CSV.</translation>
    </message>
    <message>
        <source>{name} is a Word document. Save its table as XLSX or CSV.</source>
        <translation>{name} es un documento de Word. Guarde su tabla como XLSX o CSV.</translation>
    </message>
    <message>
        <source>{name} is a ZIP archive. Unpack it and choose the table inside.</source>
        <translation>{name} es un archivo ZIP. Descomprímalo y elija la tabla que contiene.</translation>
    </message>
    <message>
        <source>{name} has cells far outside its table. Save the sheet as CSV and import that.</source>
        <translation>{name} tiene celdas muy lejos de su tabla. Guarde la hoja como CSV e importe ese archivo.</translation>
    </message>
    <message>
        <source>A workbook holds at most 1,048,575 rows. Write a CSV file instead.</source>
        <translation>Un libro admite como máximo 1,048,575 filas. Escriba un archivo CSV.</translation>
    </message>
    <message>
        <source>Row {row}, {column}: the text has {length:,} characters, a workbook&apos;s cell holds {most:,}. Write a CSV file instead.</source>
        <translation>Fila {row}, {column}: el texto tiene {length:,} caracteres y una celda de un libro admite {most:,}. Escriba un archivo CSV.</translation>
    </message>
    <message>
        <source>There is no room left to write {name}. Make room or choose another disk.</source>
        <translation>No queda espacio para escribir {name}. Libere espacio o elija otro disco.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>No existe la carpeta {folder}.</translation>
    </message>
    <message>
        <source>{path} is a folder. Give a file name.</source>
        <translation>{path} es una carpeta. Dé un nombre de archivo.</translation>
    </message>
    <message>
        <source>{name} cannot be written. Close it in other programs, or choose another folder.</source>
        <translation>No se puede escribir {name}. Ciérrelo en otros programas o elija otra carpeta.</translation>
    </message>
    <message>
        <source>The file&apos;s name is too long. Choose a shorter one.</source>
        <translation>El nombre del archivo es demasiado largo. Elija uno más corto.</translation>
    </message>
    <message>
        <source>{name} could not be written: {why}.</source>
        <translation>No se pudo escribir {name}: {why}.</translation>
    </message>
    <message>
        <source>{words} Nothing was written.</source>
        <translation>{words} No se escribió nada.</translation>
    </message>
    <message>
        <source>Days such as these could be read in two ways. Choose which comes first.</source>
        <translation>Días como estos podrían leerse de dos maneras. Elija qué va primero.</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>Mes primero</translation>
    </message>
    <message>
        <source>Day first</source>
        <translation>Día primero</translation>
    </message>
    <message>
        <source>Days in this file</source>
        <translation>Días en este archivo</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>Remember this for files with the same columns</source>
        <translation>Recordar esto para archivos con las mismas columnas</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>Primero elija un archivo.</translation>
    </message>
    <message>
        <source>The columns go where they went last time.</source>
        <translation>Las columnas van adonde fueron la última vez.</translation>
    </message>
    <message>
        <source>Look at the guesses.</source>
        <translation>Revise lo que se adivinó.</translation>
    </message>
    <message>
        <source>{taken} of {count} columns are taken over. {known} Space, or a click, changes what a column becomes.</source>
        <translation>Se toman {taken} de {count} columnas. {known} La barra espaciadora o un clic cambia en qué se convierte una columna.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Column {count}, no name</source>
        <translation>Columna {count}, sin nombre</translation>
    </message>
    <message>
        <source>Their column</source>
        <translation>Su columna</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Se convierte en</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>Fila {number}</translation>
    </message>
    <message>
        <source>not read: {said}</source>
        <translation>no se leyó: {said}</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Columnas del archivo</translation>
    </message>
    <message>
        <source>What this column becomes</source>
        <translation>En qué se convierte esta columna</translation>
    </message>
    <message>
        <source>The same for all rows</source>
        <translation>Lo mismo en todas las filas</translation>
    </message>
    <message>
        <source>Give a field that no column fills one value for every row of the file</source>
        <translation>Dar a un campo que ninguna columna llena un mismo valor en todas las filas del archivo</translation>
    </message>
    <message>
        <source>Field that is the same for all rows</source>
        <translation>Campo que es igual en todas las filas</translation>
    </message>
    <message>
        <source>Value for all rows</source>
        <translation>Valor para todas las filas</translation>
    </message>
    <message>
        <source>Use for all rows</source>
        <translation>Usar en todas las filas</translation>
    </message>
    <message>
        <source>{value}, all rows</source>
        <translation>{value}, todas las filas</translation>
    </message>
    <message>
        <source>{words}. Take it away</source>
        <translation>{words}. Quitar</translation>
    </message>
    <message>
        <source>Take this away</source>
        <translation>Quitar esto</translation>
    </message>
    <message>
        <source>Give the {field} of all rows.</source>
        <translation>Indique {field} para todas las filas.</translation>
    </message>
    <message>
        <source>{value} is {day} or {day2}</source>
        <translation>{value} es {day} o {day2}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Cuáles</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Tipo de archivo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>el principio</translation>
    </message>
    <message>
        <source>today and later</source>
        <translation>hoy y después</translation>
    </message>
    <message>
        <source>Include archived</source>
        <translation>Incluir archivados</translation>
    </message>
    <message>
        <source>Include patient identifiers</source>
        <translation>Incluir datos que identifican a pacientes</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>This is before the first day.</source>
        <translation>Es anterior al primer día.</translation>
    </message>
    <message>
        <source>&amp;Export {many}</source>
        <translation>&amp;Exportar {many}</translation>
    </message>
    <message>
        <source>No {many} to export</source>
        <translation>No hay {many} que exportar</translation>
    </message>
    <message>
        <source>&amp;Export all {counted}</source>
        <translation>&amp;Exportar todo: {counted}</translation>
    </message>
    <message>
        <source>&amp;Export {counted}</source>
        <translation>&amp;Exportar {counted}</translation>
    </message>
    <message>
        <source>the {count:,} shown</source>
        <translation>las {count:,} mostradas</translation>
    </message>
    <message>
        <source>the {count:,} selected</source>
        <translation>las {count:,} seleccionadas</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>Escribiendo {name}</translation>
    </message>
    <message>
        <source>{counted} exported to {name}.</source>
        <translation>Exportado a {name}: {counted}.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>It did not work. A report was written to the log.</source>
        <translation>No funcionó. Se escribió un informe en el registro.</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Detenido. No se escribió ningún archivo.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>{count:,} source</source>
        <translation>{count:,} fuente</translation>
    </message>
    <message>
        <source>{count:,} sources</source>
        <translation>{count:,} fuentes</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>fuentes</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>{count:,} contact</source>
        <translation>{count:,} contacto</translation>
    </message>
    <message>
        <source>{count:,} contacts</source>
        <translation>{count:,} contactos</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>contactos</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>{count:,} visit</source>
        <translation>{count:,} visita</translation>
    </message>
    <message>
        <source>{count:,} visits</source>
        <translation>{count:,} visitas</translation>
    </message>
    <message>
        <source>visits</source>
        <translation>visitas</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Referidos</translation>
    </message>
    <message>
        <source>{count:,} referral</source>
        <translation>{count:,} referido</translation>
    </message>
    <message>
        <source>{count:,} referrals</source>
        <translation>{count:,} referidos</translation>
    </message>
    <message>
        <source>referrals</source>
        <translation>referidos</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Compromisos</translation>
    </message>
    <message>
        <source>{count:,} commitment</source>
        <translation>{count:,} compromiso</translation>
    </message>
    <message>
        <source>{count:,} commitments</source>
        <translation>{count:,} compromisos</translation>
    </message>
    <message>
        <source>commitments</source>
        <translation>compromisos</translation>
    </message>
    <message>
        <source>Stages of sources</source>
        <translation>Etapas de las fuentes</translation>
    </message>
    <message>
        <source>{count:,} change of stage</source>
        <translation>{count:,} cambio de etapa</translation>
    </message>
    <message>
        <source>{count:,} changes of stage</source>
        <translation>{count:,} cambios de etapa</translation>
    </message>
    <message>
        <source>changes of stage</source>
        <translation>cambios de etapa</translation>
    </message>
    <message>
        <source>Loop updates</source>
        <translation>Avisos de seguimiento</translation>
    </message>
    <message>
        <source>{count:,} loop update</source>
        <translation>{count:,} aviso de seguimiento</translation>
    </message>
    <message>
        <source>{count:,} loop updates</source>
        <translation>{count:,} avisos de seguimiento</translation>
    </message>
    <message>
        <source>loop updates</source>
        <translation>avisos de seguimiento</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>{count:,} change</source>
        <translation>{count:,} cambio</translation>
    </message>
    <message>
        <source>{count:,} changes</source>
        <translation>{count:,} cambios</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>cambios</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importaciones</translation>
    </message>
    <message>
        <source>{count:,} import</source>
        <translation>{count:,} importación</translation>
    </message>
    <message>
        <source>{count:,} imports</source>
        <translation>{count:,} importaciones</translation>
    </message>
    <message>
        <source>imports</source>
        <translation>importaciones</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Materiales</translation>
    </message>
    <message>
        <source>{count:,} material</source>
        <translation>{count:,} material</translation>
    </message>
    <message>
        <source>{count:,} materials</source>
        <translation>{count:,} materiales</translation>
    </message>
    <message>
        <source>materials</source>
        <translation>materiales</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>{count:,} file</source>
        <translation>{count:,} archivo</translation>
    </message>
    <message>
        <source>{count:,} files</source>
        <translation>{count:,} archivos</translation>
    </message>
    <message>
        <source>files</source>
        <translation>archivos</translation>
    </message>
    <message>
        <source>Territories</source>
        <translation>Territorios</translation>
    </message>
    <message>
        <source>{count:,} territory</source>
        <translation>{count:,} territorio</translation>
    </message>
    <message>
        <source>{count:,} territories</source>
        <translation>{count:,} territorios</translation>
    </message>
    <message>
        <source>territories</source>
        <translation>territorios</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Usuarios</translation>
    </message>
    <message>
        <source>{count:,} user</source>
        <translation>{count:,} usuario</translation>
    </message>
    <message>
        <source>{count:,} users</source>
        <translation>{count:,} usuarios</translation>
    </message>
    <message>
        <source>users</source>
        <translation>usuarios</translation>
    </message>
    <message>
        <source>Payers accepted</source>
        <translation>Pagadores aceptados</translation>
    </message>
    <message>
        <source>{count:,} payer</source>
        <translation>{count:,} pagador</translation>
    </message>
    <message>
        <source>{count:,} payers</source>
        <translation>{count:,} pagadores</translation>
    </message>
    <message>
        <source>payers</source>
        <translation>pagadores</translation>
    </message>
    <message>
        <source>ZIP codes served</source>
        <translation>Códigos ZIP atendidos</translation>
    </message>
    <message>
        <source>{count:,} ZIP code</source>
        <translation>{count:,} código ZIP</translation>
    </message>
    <message>
        <source>{count:,} ZIP codes</source>
        <translation>{count:,} códigos ZIP</translation>
    </message>
    <message>
        <source>ZIP codes</source>
        <translation>códigos ZIP</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>{count:,} setting</source>
        <translation>{count:,} ajuste</translation>
    </message>
    <message>
        <source>{count:,} settings</source>
        <translation>{count:,} ajustes</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>ajustes</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Días feriados</translation>
    </message>
    <message>
        <source>{count:,} holiday</source>
        <translation>{count:,} día feriado</translation>
    </message>
    <message>
        <source>{count:,} holidays</source>
        <translation>{count:,} días feriados</translation>
    </message>
    <message>
        <source>holidays</source>
        <translation>días feriados</translation>
    </message>
    <message>
        <source>Names, dates of birth and phone numbers of patients go into the file. That they left the program, when and by whom, is written into the journal.</source>
        <translation>El archivo contendrá nombres, fechas de nacimiento y teléfonos de pacientes. En el diario queda escrito que salieron del programa, cuándo y por quién.</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Todas las fuentes</translation>
    </message>
    <message>
        <source>All, of every source</source>
        <translation>Todo, de todas las fuentes</translation>
    </message>
    <message>
        <source>The {sources:,} shown</source>
        <translation>Las {sources:,} mostradas</translation>
    </message>
    <message>
        <source>The {sources:,} selected</source>
        <translation>Las {sources:,} seleccionadas</translation>
    </message>
    <message>
        <source>Those of the {sources} shown</source>
        <translation>De las {sources} mostradas</translation>
    </message>
    <message>
        <source>Those of the {sources} selected</source>
        <translation>De las {sources} seleccionadas</translation>
    </message>
    <message>
        <source>Choose a CSV or XLSX file.</source>
        <translation>Elija un archivo CSV o XLSX.</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Elegir una lista</translation>
    </message>
    <message>
        <source>Lists (*.csv *.xlsx *.xlsm *.txt *.tsv);;All files (*)</source>
        <translation>Listas (*.csv *.xlsx *.xlsm *.txt *.tsv);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>CSV or XLSX</source>
        <translation>CSV o XLSX</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>&amp;Elegir un archivo…</translation>
    </message>
    <message>
        <source>It holds</source>
        <translation>Contiene</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>&amp;Earlier imports</source>
        <translation>Importaciones &amp;anteriores</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Leyendo</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Primeras filas del archivo</translation>
    </message>
    <message>
        <source>Any list will do: column names and order do not matter. Nothing is written before you have seen what would happen.</source>
        <translation>Sirve cualquier lista: no importan los nombres ni el orden de las columnas. No se escribe nada antes de que usted vea qué pasaría.</translation>
    </message>
    <message>
        <source>Or drop a file here</source>
        <translation>O suelte aquí un archivo</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Column {count}</source>
        <translation>Columna {count}</translation>
    </message>
    <message>
        <source>Read as {encoding}</source>
        <translation>Leído como {encoding}</translation>
    </message>
    <message>
        <source>columns separated by {separator}</source>
        <translation>columnas separadas por {separator}</translation>
    </message>
    <message>
        <source>Read from the sheet &quot;{sheet}&quot;</source>
        <translation>Leído de la hoja &quot;{sheet}&quot;</translation>
    </message>
    <message>
        <source> A file with the same columns was imported before.</source>
        <translation> Ya se importó antes un archivo con las mismas columnas.</translation>
    </message>
    <message>
        <source>Nothing was imported yet. Imports stand here with a way back.</source>
        <translation>Aún no se ha importado nada. Aquí estarán las importaciones, con un camino de vuelta.</translation>
    </message>
    <message>
        <source>An import is taken back whole, unless its rows have been changed since.</source>
        <translation>Una importación se deshace entera, salvo que sus filas se hayan modificado después.</translation>
    </message>
    <message>
        <source>Earlier imports</source>
        <translation>Importaciones anteriores</translation>
    </message>
    <message>
        <source>&amp;Undo this import</source>
        <translation>&amp;Deshacer esta importación</translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation>Deshaciendo la importación</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevas</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Modificadas</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazadas</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>deshecha</translation>
    </message>
    <message>
        <source>And {count} more like these.</source>
        <translation>Y {count} más como estas.</translation>
    </message>
    <message>
        <source>Leave this row out</source>
        <translation>Omitir esta fila</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevas</translation>
    </message>
    <message>
        <source>to update</source>
        <translation>por modificar</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazadas</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>the row</source>
        <translation>la fila</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>en blanco</translation>
    </message>
    <message>
        <source>What would be accepted</source>
        <translation>Qué se aceptaría</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>Filas rechazadas</translation>
    </message>
    <message>
        <source>Row {row:,}, {column}: {problem}</source>
        <translation>Fila {row:,}, {column}: {problem}</translation>
    </message>
    <message>
        <source>Row {row:,}: {problem}</source>
        <translation>Fila {row:,}: {problem}</translation>
    </message>
    <message>
        <source>update</source>
        <translation>se modifica</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Con</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Primeras filas</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Checking every row</source>
        <translation>Revisando cada fila</translation>
    </message>
    <message>
        <source>To decide {count:,}</source>
        <translation>Por decidir: {count:,}</translation>
    </message>
    <message>
        <source>Refused {refused:,}</source>
        <translation>Rechazadas: {refused:,}</translation>
    </message>
    <message>
        <source>Nothing is written. You can go on working in the window meanwhile.</source>
        <translation>No se escribe nada. Mientras tanto puede seguir trabajando en la ventana.</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Por decidir</translation>
    </message>
    <message>
        <source>Rows to decide</source>
        <translation>Filas por decidir</translation>
    </message>
    <message>
        <source>Use these answers</source>
        <translation>Usar estas respuestas</translation>
    </message>
    <message>
        <source>These rows could mean several records. Say which; a row left out is refused.</source>
        <translation>Estas filas podrían referirse a varios registros. Indique a cuál; una fila omitida se rechaza.</translation>
    </message>
    <message>
        <source>Row {row}, {value}: which record</source>
        <translation>Fila {row}, {value}: qué registro</translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation>Fila {row}</translation>
    </message>
    <message>
        <source>Nothing would change: every row is already here as it is.</source>
        <translation>No cambiaría nada: cada fila ya está aquí tal como es.</translation>
    </message>
    <message>
        <source>No row can be taken as it is. Go back and look at the columns, or correct the file.</source>
        <translation>Ninguna fila se puede tomar tal como está. Vuelva y revise las columnas, o corrija el archivo.</translation>
    </message>
    <message>
        <source>Nothing is written yet. Import brings in {of_rows}</source>
        <translation>Aún no se ha escrito nada. Se importarían {of_rows}</translation>
    </message>
    <message>
        <source>; {of_rows} would stay out and can be saved as a file to correct</source>
        <translation>; {of_rows} quedarían fuera y se pueden guardar como archivo para corregirlas</translation>
    </message>
    <message>
        <source>The window stays alive. What you save meanwhile waits until the import is through. Cancel leaves nothing behind.</source>
        <translation>La ventana sigue activa. Lo que guarde entretanto espera hasta que termine la importación. Cancelar no deja rastro.</translation>
    </message>
    <message>
        <source>&amp;Save refused rows…</source>
        <translation>&amp;Guardar las filas rechazadas…</translation>
    </message>
    <message>
        <source>{counted} imported from {file_name}</source>
        <translation>{counted} de {file_name}, importado</translation>
    </message>
    <message>
        <source>{file_name} changed nothing</source>
        <translation>{file_name} no cambió nada</translation>
    </message>
    <message>
        <source>A backup from before the import is kept.</source>
        <translation>Se conserva una copia de seguridad anterior a la importación.</translation>
    </message>
    <message>
        <source>&amp;Save {of_rows} refused as a file…</source>
        <translation>&amp;Guardar {of_rows} rechazadas como archivo…</translation>
    </message>
    <message>
        <source>The import was taken back</source>
        <translation>Se deshizo la importación</translation>
    </message>
    <message>
        <source>Everything is as it was before.</source>
        <translation>Todo está como antes.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Detenido. No se cambió nada.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>{done:,} of {total:,}</source>
        <translation>{done:,} de {total:,}</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniendo</translation>
    </message>
    <message>
        <source>Row {number}: {words}</source>
        <translation>Fila {number}: {words}</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {step}</source>
        <translation>Paso {number} de {count}: {step}</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Excel (*.xlsx)</source>
        <translation>CSV (*.csv);;Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importar una lista</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>See &amp;them</source>
        <translation>&amp;Verlas</translation>
    </message>
    <message>
        <source>Enter goes on, Esc cancels</source>
        <translation>Intro continúa, Esc cancela</translation>
    </message>
    <message>
        <source>&amp;Import {of_rows}</source>
        <translation>&amp;Importar {of_rows}</translation>
    </message>
    <message>
        <source>The file could not be read. A report was written to the log.</source>
        <translation>No se pudo leer el archivo. Se escribió un informe en el registro.</translation>
    </message>
    <message>
        <source>Checking a list</source>
        <translation>Revisando una lista</translation>
    </message>
    <message>
        <source>The list could not be checked. A report was written to the log; nothing was changed.</source>
        <translation>No se pudo revisar la lista. Se escribió un informe en el registro; no se cambió nada.</translation>
    </message>
    <message>
        <source>Making a backup first</source>
        <translation>Haciendo antes una copia de seguridad</translation>
    </message>
    <message>
        <source>Importing a list</source>
        <translation>Importando una lista</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing was changed.</source>
        <translation>La importación se detuvo. No se cambió nada.</translation>
    </message>
    <message>
        <source>The import failed. A report was written to the log; nothing was changed.</source>
        <translation>La importación falló. Se escribió un informe en el registro; no se cambió nada.</translation>
    </message>
    <message>
        <source>Taking an import back</source>
        <translation>Deshaciendo una importación</translation>
    </message>
    <message>
        <source>{of_rows} saved in {name}. Correct them there and import that file.</source>
        <translation>{of_rows} guardadas en {name}. Corríjalas ahí e importe ese archivo.</translation>
    </message>
    <message>
        <source>The import was taken back.</source>
        <translation>Se deshizo la importación.</translation>
    </message>
    <message>
        <source>{counted} imported</source>
        <translation>Importado: {counted}</translation>
    </message>
    <message>
        <source>{words} from {name}.</source>
        <translation>{words}, de {name}.</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>Deshacer importación</translation>
    </message>
    <message>
        <source>It did not work. A report was written to the log; nothing was changed.</source>
        <translation>No funcionó. Se escribió un informe en el registro; no se cambió nada.</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>coma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>punto y coma</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulador</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>barra vertical</translation>
    </message>
    <message>
        <source>{count:,} row</source>
        <translation>{count:,} fila</translation>
    </message>
    <message>
        <source>{count:,} rows</source>
        <translation>{count:,} filas</translation>
    </message>
    <message>
        <source>{count:,} column</source>
        <translation>{count:,} columna</translation>
    </message>
    <message>
        <source>{count:,} columns</source>
        <translation>{count:,} columnas</translation>
    </message>
    <message>
        <source> and </source>
        <translation> y </translation>
    </message>
    <message>
        <source>the column that holds it</source>
        <translation>la columna que lo contiene</translation>
    </message>
    <message>
        <source>the columns that hold them</source>
        <translation>las columnas que los contienen</translation>
    </message>
    <message>
        <source>{names}: needed, and no column goes there yet. Choose {which}.</source>
        <translation>{names}: hace falta y aún no va ahí ninguna columna. Elija {which}.</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>su elección</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>como la última vez</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>seguro</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>revíselo</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Contando</translation>
    </message>
    <message>
        <source>Writing {kind}</source>
        <translation>Escribiendo {kind}</translation>
    </message>
    <message>
        <source>The list counts {total:,} rows, but {written:,} were written. Try again.</source>
        <translation>La lista cuenta {total:,} filas, pero se escribieron {written:,}. Inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Admission source</source>
        <translation>Origen de la admisión</translation>
    </message>
    <message>
        <source>Advance</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivado</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Authorized</source>
        <translation>Autorizado</translation>
    </message>
    <message>
        <source>Beds</source>
        <translation>Camas</translation>
    </message>
    <message>
        <source>Buying role</source>
        <translation>Papel en la decisión</translation>
    </message>
    <message>
        <source>CCN</source>
        <translation>CCN</translation>
    </message>
    <message>
        <source>Cadence days</source>
        <translation>Días de cadencia</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>Clinical group</source>
        <translation>Grupo clínico</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Contact ID</source>
        <translation>ID de contacto</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Títulos profesionales</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decidido</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Discharged</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nombre completo</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Primera noticia</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Materiales</translation>
    </message>
    <message>
        <source>Miles</source>
        <translation>Millas</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Celular</translation>
    </message>
    <message>
        <source>NPI</source>
        <translation>NPI</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Necesidades</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Ordered SOC</source>
        <translation>Inicio de la atención ordenado</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Depende de</translation>
    </message>
    <message>
        <source>Patient name</source>
        <translation>Nombre del paciente</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Pagador</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Potential basis</source>
        <translation>Base del potencial</translation>
    </message>
    <message>
        <source>Potential per month</source>
        <translation>Potencial al mes</translation>
    </message>
    <message>
        <source>Preferred channel</source>
        <translation>Canal preferido</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Proveedores</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Propósito</translation>
    </message>
    <message>
        <source>Readmitted</source>
        <translation>Reingresado</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Reason owner</source>
        <translation>De quién es el motivo</translation>
    </message>
    <message>
        <source>Referral ID</source>
        <translation>ID de referido</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>SOC</source>
        <translation>Inicio de la atención</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>Satisfacción</translation>
    </message>
    <message>
        <source>Service line</source>
        <translation>Línea de servicio</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Source ID</source>
        <translation>ID de fuente</translation>
    </message>
    <message>
        <source>Source ZIP</source>
        <translation>ZIP de la fuente</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Territorio</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Cargo</translation>
    </message>
    <message>
        <source>Travel minutes</source>
        <translation>Minutos de viaje</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Visit ID</source>
        <translation>ID de visita</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Sitio web</translation>
    </message>
    <message>
        <source>ZIP</source>
        <translation>ZIP</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>No source is called &quot;{typed}&quot;. Pick one from the list.</source>
        <translation>Ninguna fuente se llama &quot;{typed}&quot;. Elija una de la lista.</translation>
    </message>
    <message>
        <source>Somebody changed this to: {value}</source>
        <translation>Alguien lo cambió a: {value}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Dejar lo mío</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Tomar lo otro</translation>
    </message>
    <message>
        <source>Yours is kept.</source>
        <translation>Se queda lo suyo.</translation>
    </message>
    <message>
        <source>Theirs is taken.</source>
        <translation>Se toma lo otro.</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Escriba un nombre</translation>
    </message>
    <message>
        <source>Add {what}</source>
        <translation>Agregar {what}</translation>
    </message>
    <message>
        <source>Kind of {what} {number}</source>
        <translation>Tipo de {what} {number}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Ctrl Intro</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Somebody changed the same fields meanwhile. Choose for each of them, then save.</source>
        <translation>Entretanto, alguien modificó los mismos campos. Elija para cada uno y luego guarde.</translation>
    </message>
    <message>
        <source>You left this half-filled {when}.</source>
        <translation>Dejó esto a medias: {when}.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>Guardar (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>Leave it; what you typed is kept as a draft (Esc)</source>
        <translation>Dejarlo; lo que escribió se conserva como borrador (Esc)</translation>
    </message>
</context>
<context>
    <name>frame</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>The language changes when the program is started the next time.</source>
        <translation>El idioma cambia la próxima vez que se inicie el programa.</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Change the stage instead, so that the change is kept with its day and reason.</source>
        <translation>Cambie más bien la etapa, para que el cambio se conserve con su día y su motivo.</translation>
    </message>
    <message>
        <source>Undo the step that changed it, or edit the visit.</source>
        <translation>Deshaga el paso que lo cambió o edite la visita.</translation>
    </message>
    <message>
        <source>Undo the step that closed it instead: its day and reason belong to it.</source>
        <translation>Deshaga más bien el paso que lo cerró: su día y su motivo son parte de él.</translation>
    </message>
    <message>
        <source>Restore it from Archived instead.</source>
        <translation>Restáurelo más bien desde Archivados.</translation>
    </message>
    <message>
        <source>A completed visit says what changed: edit the visit instead.</source>
        <translation>Una visita realizada dice qué cambió: edite más bien la visita.</translation>
    </message>
    <message>
        <source>{kind} from {file}</source>
        <translation>{kind} de {file}</translation>
    </message>
    <message>
        <source>Made with the sample agency</source>
        <translation>Creado con la agencia de ejemplo</translation>
    </message>
    <message>
        <source>There is no history of this kind of record.</source>
        <translation>No hay historial de este tipo de registro.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <source>Added at</source>
        <translation>Agregado el</translation>
    </message>
    <message>
        <source>Added by</source>
        <translation>Agregado por</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Admission source</source>
        <translation>Origen de la admisión</translation>
    </message>
    <message>
        <source>Advance</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>Alternative</source>
        <translation>Alternativa</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivado</translation>
    </message>
    <message>
        <source>Why archived</source>
        <translation>Por qué se archivó</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Archivo adjunto</translation>
    </message>
    <message>
        <source>Authorization received</source>
        <translation>Autorización recibida</translation>
    </message>
    <message>
        <source>Bed rate</source>
        <translation>Índice por cama</translation>
    </message>
    <message>
        <source>Beds</source>
        <translation>Camas</translation>
    </message>
    <message>
        <source>Buying role</source>
        <translation>Papel en la decisión</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Para cuándo</translation>
    </message>
    <message>
        <source>Cadence (days)</source>
        <translation>Cadencia (días)</translation>
    </message>
    <message>
        <source>Case load</source>
        <translation>Carga de casos</translation>
    </message>
    <message>
        <source>CCN</source>
        <translation>CCN</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>Clinical group</source>
        <translation>Grupo clínico</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>Cerrado el</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>Cierra</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>Cohorte</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>Encontrada el</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Títulos profesionales</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decidido</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Discharged (time)</source>
        <translation>Alta (hora)</translation>
    </message>
    <message>
        <source>Discharged</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Discipline</source>
        <translation>Disciplina</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Edición</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Face-to-face</source>
        <translation>Cara a cara</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Field note</source>
        <translation>Nota de campo</translation>
    </message>
    <message>
        <source>Find text</source>
        <translation>Texto de búsqueda</translation>
    </message>
    <message>
        <source>First key</source>
        <translation>Primera clave</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>First referral on</source>
        <translation>Primer referido</translation>
    </message>
    <message>
        <source>From at</source>
        <translation>Desde la hora</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Avisado</translation>
    </message>
    <message>
        <source>First heard of it</source>
        <translation>Primera noticia</translation>
    </message>
    <message>
        <source>Home zip</source>
        <translation>ZIP de casa</translation>
    </message>
    <message>
        <source>Why inactive</source>
        <translation>Por qué está inactiva</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Ingresó</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>Last referral on</source>
        <translation>Último referido</translation>
    </message>
    <message>
        <source>Last visit on</source>
        <translation>Última visita</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Salió</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Promised on</source>
        <translation>Prometido el</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Asignación</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>Miles</source>
        <translation>Millas</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name key</source>
        <translation>Clave del nombre</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Necesidades</translation>
    </message>
    <message>
        <source>Needs discipline</source>
        <translation>Requiere disciplina</translation>
    </message>
    <message>
        <source>Needs text</source>
        <translation>Requiere texto</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>NPI</source>
        <translation>NPI</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>Abre</translation>
    </message>
    <message>
        <source>Ordered start of care</source>
        <translation>Inicio de la atención ordenado</translation>
    </message>
    <message>
        <source>Ordering physician</source>
        <translation>Médico que ordena</translation>
    </message>
    <message>
        <source>Ordering NPI</source>
        <translation>NPI de quien ordena</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Depende de</translation>
    </message>
    <message>
        <source>Patient name</source>
        <translation>Nombre del paciente</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Pagador</translation>
    </message>
    <message>
        <source>Planned start of care</source>
        <translation>Inicio de la atención planificado</translation>
    </message>
    <message>
        <source>Planned start of care (time)</source>
        <translation>Inicio de la atención planificado (hora)</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Potential basis</source>
        <translation>Base del potencial</translation>
    </message>
    <message>
        <source>Potential as of</source>
        <translation>Potencial al día</translation>
    </message>
    <message>
        <source>Potential a month</source>
        <translation>Potencial al mes</translation>
    </message>
    <message>
        <source>Preferred channel</source>
        <translation>Canal preferido</translation>
    </message>
    <message>
        <source>Preferred weekdays</source>
        <translation>Días preferidos</translation>
    </message>
    <message>
        <source>Provider rate</source>
        <translation>Índice por proveedor</translation>
    </message>
    <message>
        <source>Provider type</source>
        <translation>Tipo de proveedor</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Proveedores</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Propósito</translation>
    </message>
    <message>
        <source>Back in hospital</source>
        <translation>De vuelta en el hospital</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Whose reason</source>
        <translation>De quién es el motivo</translation>
    </message>
    <message>
        <source>Reason in words</source>
        <translation>Motivo en palabras</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Referido</translation>
    </message>
    <message>
        <source>Referral date</source>
        <translation>Fecha del referido</translation>
    </message>
    <message>
        <source>Relationship felt</source>
        <translation>Relación percibida</translation>
    </message>
    <message>
        <source>Residents</source>
        <translation>Residentes</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Lo que se dijo</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>Satisfacción</translation>
    </message>
    <message>
        <source>Service line</source>
        <translation>Línea de servicio</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forma</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Competencias</translation>
    </message>
    <message>
        <source>Start of care (time)</source>
        <translation>Inicio de la atención (hora)</translation>
    </message>
    <message>
        <source>Start of care</source>
        <translation>Inicio de la atención</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Spec</source>
        <translation>Definición</translation>
    </message>
    <message>
        <source>Staffing</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Stage since</source>
        <translation>Etapa desde</translation>
    </message>
    <message>
        <source>Stage visits</source>
        <translation>Visitas en la etapa</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Synonyms</source>
        <translation>Sinónimos</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Territorio</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Cargo</translation>
    </message>
    <message>
        <source>Travel minutes</source>
        <translation>Minutos de viaje</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Visit length (minutes)</source>
        <translation>Duración de la visita (minutos)</translation>
    </message>
    <message>
        <source>Visits since advance</source>
        <translation>Visitas desde el avance</translation>
    </message>
    <message>
        <source>Visits to active</source>
        <translation>Visitas hasta activa</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Sitio web</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Día de la semana</translation>
    </message>
    <message>
        <source>Weekly visit hours</source>
        <translation>Horas de visita por semana</translation>
    </message>
    <message>
        <source>ZIP</source>
        <translation>ZIP</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Source {title}</source>
        <translation>Fuente {title}</translation>
    </message>
    <message>
        <source>Person {title}</source>
        <translation>Persona {title}</translation>
    </message>
    <message>
        <source>Visit of {title}</source>
        <translation>Visita del {title}</translation>
    </message>
    <message>
        <source>Promise {title}</source>
        <translation>Compromiso {title}</translation>
    </message>
    <message>
        <source>Referral of {title}</source>
        <translation>Referido del {title}</translation>
    </message>
    <message>
        <source>File {title}</source>
        <translation>Archivo {title}</translation>
    </message>
    <message>
        <source>Affiliation of {title}</source>
        <translation>Afiliación de {title}</translation>
    </message>
    <message>
        <source>Stage {title}</source>
        <translation>Etapa {title}</translation>
    </message>
    <message>
        <source>Cohort {title}</source>
        <translation>Cohorte {title}</translation>
    </message>
    <message>
        <source>Providers {title}</source>
        <translation>Proveedores {title}</translation>
    </message>
    <message>
        <source>Hours {title}</source>
        <translation>Horario {title}</translation>
    </message>
    <message>
        <source>Phone {title}</source>
        <translation>Teléfono {title}</translation>
    </message>
    <message>
        <source>E-mail {title}</source>
        <translation>Correo electrónico {title}</translation>
    </message>
    <message>
        <source>Met {title}</source>
        <translation>Se reunió con {title}</translation>
    </message>
    <message>
        <source>Left {title}</source>
        <translation>Se dejó {title}</translation>
    </message>
    <message>
        <source>Referral stage {title}</source>
        <translation>Etapa del referido {title}</translation>
    </message>
    <message>
        <source>Loop update {title}</source>
        <translation>Aviso de seguimiento {title}</translation>
    </message>
    <message>
        <source>no. {key}</source>
        <translation>n.º {key}</translation>
    </message>
    <message>
        <source>{words} (new)</source>
        <translation>{words} (nuevo)</translation>
    </message>
    <message>
        <source>{words} (taken away)</source>
        <translation>{words} (quitado)</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Aún no ha pasado nada.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Revert {field} to {value}</source>
        <translation>Volver a poner {field} en {value}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>{field} reverted</source>
        <translation>{field}: revertido</translation>
    </message>
</context>
<context>
    <name>imports</name>
    <message>
        <source>A name is needed.</source>
        <translation>Hace falta un nombre.</translation>
    </message>
    <message>
        <source>The row matches an archived person. Restore them, import again.</source>
        <translation>La fila corresponde a una persona archivada. Restáurela e importe de nuevo.</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>El último día es anterior al primero.</translation>
    </message>
    <message>
        <source>There is no {what} yet. Add it under Settings first, or leave the cell blank.</source>
        <translation>Aún no hay {what}. Agréguelo primero en Ajustes o deje la celda en blanco.</translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation> y {count} más</translation>
    </message>
    <message>
        <source>There is no such {what}. Give one of: {names}{more}.</source>
        <translation>No existe ese valor ({what}). Indique uno de estos: {names}{more}.</translation>
    </message>
    <message>
        <source>Name the source, as it stands in the list of sources.</source>
        <translation>Indique el nombre de la fuente, tal como está en la lista de fuentes.</translation>
    </message>
    <message>
        <source>This source is archived. Restore it first, then import again.</source>
        <translation>Esta fuente está archivada. Restáurela primero e importe de nuevo.</translation>
    </message>
    <message>
        <source>The NPI and the CCN belong to different sources: {said}.</source>
        <translation>El NPI y el CCN pertenecen a fuentes distintas: {said}.</translation>
    </message>
    <message>
        <source>{count} sources could be meant: {said}. Give the source_id, NPI, CCN or ZIP.</source>
        <translation>Podrían ser {count} fuentes: {said}. Indique source_id, NPI, CCN o ZIP.</translation>
    </message>
    <message>
        <source>There is no source of this name at ZIP {zip}, only: {said}.</source>
        <translation>No hay ninguna fuente con ese nombre en el ZIP {zip}, solo: {said}.</translation>
    </message>
    <message>
        <source>There is no source of this name. Import the sources first, or correct the name.</source>
        <translation>No hay ninguna fuente con ese nombre. Importe primero las fuentes o corrija el nombre.</translation>
    </message>
    <message>
        <source>{count} people have this name. Give an e-mail address instead.</source>
        <translation>{count} personas tienen ese nombre. Indique un correo electrónico.</translation>
    </message>
    <message>
        <source>There is no such person. Import the contacts first, or correct the name.</source>
        <translation>No existe esa persona. Importe primero los contactos o corrija el nombre.</translation>
    </message>
    <message>
        <source>{first} {last} (contact_id {id})</source>
        <translation>{first} {last} (contact_id {id})</translation>
    </message>
    <message>
        <source>{count} people could be meant: {said}. Give the contact_id.</source>
        <translation>Podrían ser {count} personas: {said}. Indique el contact_id.</translation>
    </message>
    <message>
        <source>Give a state as two letters, such as TN, or by its name.</source>
        <translation>Indique un estado con dos letras, como TN, o por su nombre.</translation>
    </message>
    <message>
        <source>Say when the referral was first heard of, such as 2026-11-20.</source>
        <translation>Indique cuándo se tuvo la primera noticia del referido, como 2026-11-20.</translation>
    </message>
    <message>
        <source>The row matches an archived referral. Restore it, then import again.</source>
        <translation>La fila corresponde a un referido archivado. Restáurelo e importe de nuevo.</translation>
    </message>
    <message>
        <source>This referral stands in the file already.</source>
        <translation>Este referido ya está en el archivo.</translation>
    </message>
    <message>
        <source>{words} ({count:,} rows)</source>
        <translation>{words} ({count:,} filas)</translation>
    </message>
    <message>
        <source>The row matches an archived source. Restore it, then import again.</source>
        <translation>La fila corresponde a una fuente archivada. Restáurela e importe de nuevo.</translation>
    </message>
    <message>
        <source>A source without a type was taken as one of the type &quot;other&quot;.</source>
        <translation>Una fuente sin tipo se tomó como del tipo &quot;other&quot;.</translation>
    </message>
    <message>
        <source>Several sources are called {name}; the parent was left as it was.</source>
        <translation>Varias fuentes se llaman {name}; no se tocó de quién depende.</translation>
    </message>
    <message>
        <source>There is no source called {name}; the parent was left as it was.</source>
        <translation>Ninguna fuente se llama {name}; no se tocó de quién depende.</translation>
    </message>
    <message>
        <source>A source cannot be part of itself; the parent {name} was left out.</source>
        <translation>Una fuente no puede depender de sí misma; se omitió {name}.</translation>
    </message>
    <message>
        <source>A name can have up to {LONGEST_NAME} characters.</source>
        <translation>Un nombre puede tener hasta {LONGEST_NAME} caracteres.</translation>
    </message>
    <message>
        <source>There is no import {run_id}.</source>
        <translation>No existe la importación {run_id}.</translation>
    </message>
    <message>
        <source>Import {run_id} has been taken back already.</source>
        <translation>La importación {run_id} ya se deshizo.</translation>
    </message>
    <message>
        <source>{record} (has a {what})</source>
        <translation>{record} (tiene: {what})</translation>
    </message>
    <message>
        <source>This import cannot be taken back: {records} has been changed since. Nothing was changed.</source>
        <translation>Esta importación no se puede deshacer: {records} se modificó después. No se cambió nada.</translation>
    </message>
    <message>
        <source>This import cannot be taken back: {records} have been changed since. Nothing was changed.</source>
        <translation>Esta importación no se puede deshacer: {records} se modificaron después. No se cambió nada.</translation>
    </message>
    <message>
        <source>This import cannot be taken back: {records} has been worked with since. Nothing was changed.</source>
        <translation>Esta importación no se puede deshacer: ya se trabajó con {records}. No se cambió nada.</translation>
    </message>
    <message>
        <source>This import cannot be taken back: {records} have been worked with since. Nothing was changed.</source>
        <translation>Esta importación no se puede deshacer: ya se trabajó con estos registros: {records}. No se cambió nada.</translation>
    </message>
    <message>
        <source> and {count:,} more</source>
        <translation> y {count:,} más</translation>
    </message>
    <message>
        <source>the visit of {day} at {source}</source>
        <translation>la visita del {day} a {source}</translation>
    </message>
    <message>
        <source>the referral of {day} from {source}</source>
        <translation>el referido del {day} de {source}</translation>
    </message>
    <message>
        <source>A day is needed, such as 2026-11-20.</source>
        <translation>Hace falta un día, como 2026-11-20.</translation>
    </message>
    <message>
        <source>A completed visit cannot lie in the future.</source>
        <translation>Una visita realizada no puede estar en el futuro.</translation>
    </message>
    <message>
        <source>The material {text} is new and was put on the list.</source>
        <translation>El material {text} es nuevo y se agregó a la lista.</translation>
    </message>
    <message>
        <source>The row matches an archived visit. Restore it first, then import again.</source>
        <translation>La fila corresponde a una visita archivada. Restáurela primero e importe de nuevo.</translation>
    </message>
</context>
<context>
    <name>log</name>
    <message>
        <source>Missed</source>
        <translation>No realizada</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Visit to {source}</source>
        <translation>Visita a {source}</translation>
    </message>
    <message>
        <source>{source}: what became of it</source>
        <translation>{source}: qué resultó</translation>
    </message>
    <message>
        <source>{source}: asked for referrals</source>
        <translation>{source}: se pidieron referidos</translation>
    </message>
    <message>
        <source>{source}: minutes</source>
        <translation>{source}: minutos</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>{source}: note</source>
        <translation>{source}: nota</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Log this visit by itself: its kind is not known.</source>
        <translation>Registre esta visita por separado: no se conoce su tipo.</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>A cualquier hora</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Log visit</source>
        <translation>Registrar visita</translation>
    </message>
    <message>
        <source>Draft from {said_at} continued.</source>
        <translation>Se continúa el borrador de {said_at}.</translation>
    </message>
    <message>
        <source>Start fresh</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Draft from {said_at} set aside.</source>
        <translation>Se apartó el borrador de {said_at}.</translation>
    </message>
    <message>
        <source>Continue it</source>
        <translation>Continuarlo</translation>
    </message>
    <message>
        <source>{position} of {planned} today</source>
        <translation>{position} de {planned} hoy</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardando</translation>
    </message>
    <message>
        <source>The visit to {source} is kept as a draft and waits. It is saved as soon as the import is done.</source>
        <translation>La visita a {source} se conserva como borrador y espera. Se guarda en cuanto termine la importación.</translation>
    </message>
    <message>
        <source>draft kept</source>
        <translation>borrador conservado</translation>
    </message>
    <message>
        <source>The draft could not be kept. </source>
        <translation>No se pudo conservar el borrador. </translation>
    </message>
    <message>
        <source>No planned visit is left today.</source>
        <translation>Hoy no queda ninguna visita planificada.</translation>
    </message>
    <message>
        <source>Draft of the visit kept. It is offered when you log the next one.</source>
        <translation>Se conservó el borrador de la visita. Se ofrece cuando registre la próxima.</translation>
    </message>
    <message>
        <source>The program made a mistake. What you typed is kept.</source>
        <translation>El programa cometió un error. Lo que escribió se conserva.</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation>Menos campos</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Más campos</translation>
    </message>
    <message>
        <source>Travel, miles, purpose, line, next step, materials (Alt+M)</source>
        <translation>Viaje, millas, propósito, línea, próximo paso, materiales (Alt+M)</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>Guardar y siguiente</translation>
    </message>
    <message>
        <source>Save, then log the next planned visit (Ctrl+Shift+Enter)</source>
        <translation>Guardar y luego registrar la siguiente visita planificada (Ctrl+Mayús+Intro)</translation>
    </message>
    <message>
        <source>Save visit</source>
        <translation>Guardar visita</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Ctrl Intro</translation>
    </message>
    <message>
        <source>Enter moves on, Ctrl Enter saves</source>
        <translation>Intro avanza, Ctrl Intro guarda</translation>
    </message>
    <message>
        <source>{count} visit logged</source>
        <translation>{count} visita registrada</translation>
    </message>
    <message>
        <source>{count} visits logged</source>
        <translation>{count} visitas registradas</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>Fin del día</translation>
    </message>
    <message>
        <source>Press A, C, S, M or X on a visit first.</source>
        <translation>Primero pulse A, C, S, M o X en una visita.</translation>
    </message>
    <message>
        <source>{count} visits are kept as drafts. They are saved once the import is done.</source>
        <translation>{count} visitas se conservan como borradores. Se guardan cuando termine la importación.</translation>
    </message>
    <message>
        <source>{restored} continued from drafts</source>
        <translation>{restored} retomadas de borradores</translation>
    </message>
    <message>
        <source>{filled} of {count} filled in</source>
        <translation>{filled} de {count} completadas</translation>
    </message>
    <message>
        <source>Drafts could not be kept. {error}</source>
        <translation>No se pudieron conservar los borradores. {error}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>{refused} could not be saved</source>
        <translation>{refused} no se pudieron guardar</translation>
    </message>
    <message>
        <source>Taken back: {words}</source>
        <translation>Deshecho: {words}</translation>
    </message>
    <message>
        <source>Every visit planned for today is logged.</source>
        <translation>Todas las visitas planificadas para hoy están registradas.</translation>
    </message>
    <message>
        <source>Save all</source>
        <translation>Guardar todo</translation>
    </message>
    <message>
        <source>A, C, S say what changed, M missed, X cancelled. Enter and the arrows go on. Others stay planned.</source>
        <translation>A, C, S dicen qué cambió, M no realizada, X cancelada. Intro y las flechas avanzan. Las demás siguen planificadas.</translation>
    </message>
    <message>
        <source>Drafts of the visits kept. They are offered at the next End of day.</source>
        <translation>Se conservaron los borradores de las visitas. Se ofrecen en el próximo Fin del día.</translation>
    </message>
    <message>
        <source>Advance</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>Continuation</source>
        <translation>Continuación</translation>
    </message>
    <message>
        <source>Setback</source>
        <translation>Retroceso</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>No se pidió</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Se pidió</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Aceptó</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Se negó</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Today 9:30</source>
        <translation>Hoy 9:30</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>No people known here yet</source>
        <translation>Aún no se conoce a nadie aquí</translation>
    </message>
    <message>
        <source>What changed, required</source>
        <translation>Qué cambió, obligatorio</translation>
    </message>
    <message>
        <source>Asked for referrals</source>
        <translation>Se pidieron referidos</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>What was said, what they need</source>
        <translation>Qué se dijo, qué necesitan</translation>
    </message>
    <message>
        <source>We promised</source>
        <translation>Prometimos</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Para cuándo</translation>
    </message>
    <message>
        <source>fri, +3</source>
        <translation>vie, +3</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>Próxima visita</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Travel minutes</source>
        <translation>Minutos de viaje</translation>
    </message>
    <message>
        <source>Miles</source>
        <translation>Millas</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin indicar</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Propósito</translation>
    </message>
    <message>
        <source>Why we went</source>
        <translation>Por qué fuimos</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>What to do there next</source>
        <translation>Qué hacer ahí después</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Materiales</translation>
    </message>
    <message>
        <source>No materials yet</source>
        <translation>Aún no hay materiales</translation>
    </message>
    <message>
        <source>So&amp;urce</source>
        <translation>&amp;Fuente</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>Whe&amp;n</source>
        <translation>&amp;Cuándo</translation>
    </message>
    <message>
        <source>M&amp;inutes</source>
        <translation>M&amp;inutos</translation>
    </message>
    <message>
        <source>W&amp;ho</source>
        <translation>&amp;Quién</translation>
    </message>
    <message>
        <source>&amp;What changed</source>
        <translation>Qué cam&amp;bió</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Solicitud</translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation>&amp;Notas</translation>
    </message>
    <message>
        <source>We &amp;promised</source>
        <translation>&amp;Prometimos</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>Pa&amp;ra cuándo</translation>
    </message>
    <message>
        <source>Nex&amp;t visit</source>
        <translation>Pró&amp;xima visita</translation>
    </message>
    <message>
        <source>No source of that name. Type another part of it, or add the source under Sources first.</source>
        <translation>No hay ninguna fuente con ese nombre. Escriba otra parte o agregue primero la fuente en Fuentes.</translation>
    </message>
    <message>
        <source>Visit to {source} logged.</source>
        <translation>Visita a {source} registrada.</translation>
    </message>
    <message>
        <source>{words} Next: {day}</source>
        <translation>{words} Próxima: {day}</translation>
    </message>
    <message>
        <source>{name}: visit {visits} of {visits_needed} done.</source>
        <translation>{name}: visita {visits} de {visits_needed} hecha.</translation>
    </message>
    <message>
        <source>Make active, every {offered_cadence} days</source>
        <translation>Activar, cada {offered_cadence} días</translation>
    </message>
    <message>
        <source>{words} {key} accepts.</source>
        <translation>{words} {key} acepta.</translation>
    </message>
    <message>
        <source>{name} is active, every {cadence_days} days.</source>
        <translation>{name} está activa, cada {cadence_days} días.</translation>
    </message>
    <message>
        <source>Type a day and a time, such as today 9:30, fri or 11/20 2 pm.</source>
        <translation>Escriba un día y una hora, como hoy 9:30, vie o 11/20 2 pm.</translation>
    </message>
    <message>
        <source>Press A, C or S: did it advance, continue or set back?</source>
        <translation>Pulse A, C o S: ¿hubo avance, continuación o retroceso?</translation>
    </message>
    <message>
        <source>Choose the kind of visit.</source>
        <translation>Elija el tipo de visita.</translation>
    </message>
    <message>
        <source>There is no source called &quot;{value}&quot;. Type part of its name and choose it.</source>
        <translation>Ninguna fuente se llama &quot;{value}&quot;. Escriba parte de su nombre y elíjala.</translation>
    </message>
    <message>
        <source>Type part of a name and choose the source.</source>
        <translation>Escriba parte de un nombre y elija la fuente.</translation>
    </message>
    <message>
        <source>That day is still to come. Log the visit on its day.</source>
        <translation>Ese día aún no llega. Registre la visita en su día.</translation>
    </message>
    <message>
        <source>The next visit lies before this one. Type a later day, or leave it empty.</source>
        <translation>La próxima visita es anterior a esta. Escriba un día posterior o déjelo vacío.</translation>
    </message>
    <message>
        <source>Say by when, such as fri or +3.</source>
        <translation>Indique para cuándo, como vie o +3.</translation>
    </message>
    <message>
        <source>That day lies before the visit.</source>
        <translation>Ese día es anterior a la visita.</translation>
    </message>
    <message>
        <source>Type minutes, such as 25.</source>
        <translation>Escriba los minutos, como 25.</translation>
    </message>
    <message>
        <source>Type miles, such as 12 or 7.5.</source>
        <translation>Escriba las millas, como 12 o 7.5.</translation>
    </message>
</context>
<context>
    <name>look</name>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Alto contraste, claro</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Alto contraste, oscuro</translation>
    </message>
</context>
<context>
    <name>nouns</name>
    <message>
        <source>affiliation</source>
        <translation>afiliación</translation>
    </message>
    <message>
        <source>app user</source>
        <translation>usuario del programa</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>archivo adjunto</translation>
    </message>
    <message>
        <source>clinical group</source>
        <translation>grupo clínico</translation>
    </message>
    <message>
        <source>cohort</source>
        <translation>cohorte</translation>
    </message>
    <message>
        <source>cohort member</source>
        <translation>miembro de la cohorte</translation>
    </message>
    <message>
        <source>commitment</source>
        <translation>compromiso</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contacto</translation>
    </message>
    <message>
        <source>contact email</source>
        <translation>correo del contacto</translation>
    </message>
    <message>
        <source>contact phone</source>
        <translation>teléfono del contacto</translation>
    </message>
    <message>
        <source>contact role</source>
        <translation>función del contacto</translation>
    </message>
    <message>
        <source>decline reason</source>
        <translation>motivo de rechazo</translation>
    </message>
    <message>
        <source>discipline</source>
        <translation>disciplina</translation>
    </message>
    <message>
        <source>discipline capacity</source>
        <translation>capacidad de la disciplina</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>día feriado</translation>
    </message>
    <message>
        <source>import mapping</source>
        <translation>asignación de importación</translation>
    </message>
    <message>
        <source>import run</source>
        <translation>importación</translation>
    </message>
    <message>
        <source>kind of visit</source>
        <translation>tipo de visita</translation>
    </message>
    <message>
        <source>loop update</source>
        <translation>aviso de seguimiento</translation>
    </message>
    <message>
        <source>material</source>
        <translation>material</translation>
    </message>
    <message>
        <source>payer</source>
        <translation>pagador</translation>
    </message>
    <message>
        <source>payer acceptance</source>
        <translation>pagador aceptado</translation>
    </message>
    <message>
        <source>person</source>
        <translation>persona</translation>
    </message>
    <message>
        <source>person&apos;s place at the source</source>
        <translation>lugar de la persona en la fuente</translation>
    </message>
    <message>
        <source>planned visit</source>
        <translation>visita planificada</translation>
    </message>
    <message>
        <source>provider count</source>
        <translation>número de proveedores</translation>
    </message>
    <message>
        <source>record</source>
        <translation>registro</translation>
    </message>
    <message>
        <source>referral</source>
        <translation>referido</translation>
    </message>
    <message>
        <source>referral patient</source>
        <translation>paciente referido</translation>
    </message>
    <message>
        <source>referral stage entry</source>
        <translation>entrada de etapa del referido</translation>
    </message>
    <message>
        <source>saved view</source>
        <translation>vista guardada</translation>
    </message>
    <message>
        <source>served zip</source>
        <translation>ZIP atendido</translation>
    </message>
    <message>
        <source>service line</source>
        <translation>línea de servicio</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>ajuste</translation>
    </message>
    <message>
        <source>source</source>
        <translation>fuente</translation>
    </message>
    <message>
        <source>source hours</source>
        <translation>horario de la fuente</translation>
    </message>
    <message>
        <source>source stage change</source>
        <translation>cambio de etapa de la fuente</translation>
    </message>
    <message>
        <source>source type</source>
        <translation>tipo de fuente</translation>
    </message>
    <message>
        <source>team</source>
        <translation>equipo</translation>
    </message>
    <message>
        <source>territory</source>
        <translation>territorio</translation>
    </message>
    <message>
        <source>territory zip</source>
        <translation>ZIP del territorio</translation>
    </message>
    <message>
        <source>time off</source>
        <translation>ausencia</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valor</translation>
    </message>
    <message>
        <source>view</source>
        <translation>vista</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>visita</translation>
    </message>
    <message>
        <source>visit contact</source>
        <translation>contacto de la visita</translation>
    </message>
    <message>
        <source>visit kind</source>
        <translation>tipo de visita</translation>
    </message>
    <message>
        <source>visit material</source>
        <translation>material de la visita</translation>
    </message>
    <message>
        <source>user</source>
        <translation>usuario</translation>
    </message>
    <message>
        <source>admission source</source>
        <translation>origen de la admisión</translation>
    </message>
    <message>
        <source>{count:,} source</source>
        <translation>{count:,} fuente</translation>
    </message>
    <message>
        <source>{count:,} sources</source>
        <translation>{count:,} fuentes</translation>
    </message>
    <message>
        <source>{count:,} person</source>
        <translation>{count:,} persona</translation>
    </message>
    <message>
        <source>{count:,} people</source>
        <translation>{count:,} personas</translation>
    </message>
    <message>
        <source>{count:,} visit</source>
        <translation>{count:,} visita</translation>
    </message>
    <message>
        <source>{count:,} visits</source>
        <translation>{count:,} visitas</translation>
    </message>
    <message>
        <source>{count:,} commitment</source>
        <translation>{count:,} compromiso</translation>
    </message>
    <message>
        <source>{count:,} commitments</source>
        <translation>{count:,} compromisos</translation>
    </message>
    <message>
        <source>{count:,} file</source>
        <translation>{count:,} archivo</translation>
    </message>
    <message>
        <source>{count:,} files</source>
        <translation>{count:,} archivos</translation>
    </message>
    <message>
        <source>{count:,} referral</source>
        <translation>{count:,} referido</translation>
    </message>
    <message>
        <source>{count:,} referrals</source>
        <translation>{count:,} referidos</translation>
    </message>
    <message>
        <source>{count:,} record</source>
        <translation>{count:,} registro</translation>
    </message>
    <message>
        <source>{count:,} records</source>
        <translation>{count:,} registros</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>zeroth</source>
        <translation>cero</translation>
    </message>
    <message>
        <source>first</source>
        <translation>primera</translation>
    </message>
    <message>
        <source>second</source>
        <translation>segunda</translation>
    </message>
    <message>
        <source>third</source>
        <translation>tercera</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>cuarta</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>quinta</translation>
    </message>
    <message>
        <source>sixth</source>
        <translation>sexta</translation>
    </message>
    <message>
        <source>seventh</source>
        <translation>séptima</translation>
    </message>
    <message>
        <source>eighth</source>
        <translation>octava</translation>
    </message>
    <message>
        <source>ninth</source>
        <translation>novena</translation>
    </message>
    <message>
        <source>tenth</source>
        <translation>décima</translation>
    </message>
    <message>
        <source>eleventh</source>
        <translation>undécima</translation>
    </message>
    <message>
        <source>twelfth</source>
        <translation>duodécima</translation>
    </message>
    <message>
        <source>no</source>
        <translation>cero</translation>
    </message>
    <message>
        <source>one</source>
        <translation>una</translation>
    </message>
    <message>
        <source>two</source>
        <translation>dos</translation>
    </message>
    <message>
        <source>three</source>
        <translation>tres</translation>
    </message>
    <message>
        <source>four</source>
        <translation>cuatro</translation>
    </message>
    <message>
        <source>five</source>
        <translation>cinco</translation>
    </message>
    <message>
        <source>six</source>
        <translation>seis</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>siete</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>ocho</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>nueve</translation>
    </message>
    <message>
        <source>ten</source>
        <translation>diez</translation>
    </message>
    <message>
        <source>eleven</source>
        <translation>once</translation>
    </message>
    <message>
        <source>twelve</source>
        <translation>doce</translation>
    </message>
    <message>
        <source>{number}st</source>
        <translation>{number}.ª</translation>
    </message>
    <message>
        <source>{number}nd</source>
        <translation>{number}.ª</translation>
    </message>
    <message>
        <source>{number}rd</source>
        <translation>{number}.ª</translation>
    </message>
    <message>
        <source>{number}th</source>
        <translation>{number}.ª</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>They had left there before that day already.</source>
        <translation>Ya antes de ese día habían dejado ese lugar.</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>El último día es anterior al primero.</translation>
    </message>
    <message>
        <source>{person} is at this source already.</source>
        <translation>{person} ya está en esta fuente.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Hace falta un nombre.</translation>
    </message>
    <message>
        <source>There is no such person any more.</source>
        <translation type="unfinished">Esa persona ya no existe.</translation>
    </message>
</context>
<context>
    <name>referrals</name>
    <message>
        <source>A day and a time are needed here.</source>
        <translation>Aquí hacen falta un día y una hora.</translation>
    </message>
    <message>
        <source>Say when the referral was first heard of.</source>
        <translation>Indique cuándo se tuvo la primera noticia del referido.</translation>
    </message>
    <message>
        <source>A day is needed here.</source>
        <translation>Aquí hace falta un día.</translation>
    </message>
    <message>
        <source>Say who sent the patient: choose a source.</source>
        <translation>Indique quién envió al paciente: elija una fuente.</translation>
    </message>
    <message>
        <source>Choose the service line.</source>
        <translation>Elija la línea de servicio.</translation>
    </message>
    <message>
        <source>{name} was archived. Save again to record it there all the same.</source>
        <translation>{name} está archivada. Guarde de nuevo para registrarlo ahí de todos modos.</translation>
    </message>
    <message>
        <source>{refused} of these {all} cannot be moved, so none was. {why}</source>
        <translation>{refused} de estos {all} no se pueden mover, así que no se movió ninguno. {why}</translation>
    </message>
    <message>
        <source>An archived referral stays as it is. Restore it first.</source>
        <translation>Un referido archivado se queda como está. Restáurelo primero.</translation>
    </message>
    <message>
        <source>Say on which day care started.</source>
        <translation>Indique qué día empezó la atención.</translation>
    </message>
    <message>
        <source>This is still to come. Type when it was.</source>
        <translation>Esto aún no ha ocurrido. Escriba cuándo fue.</translation>
    </message>
    <message>
        <source>The start of care comes and goes with the stage: move the referral.</source>
        <translation>El inicio de la atención va y viene con la etapa: mueva el referido.</translation>
    </message>
    <message>
        <source>Care cannot have started on a day still to come. Move it to scheduled instead.</source>
        <translation>La atención no puede haber empezado en un día que aún no llega. Mejor páselo a programado.</translation>
    </message>
    <message>
        <source>The referral was first heard of on {day}: care cannot have started before.</source>
        <translation>La primera noticia del referido fue el {day}: la atención no puede haber empezado antes.</translation>
    </message>
    <message>
        <source>That referral is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That source is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals cannot be sorted by &quot;{sort}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>A cadence of {days} days is not possible. Give from {shortest_cadence_days} to {longest_cadence_days} days; 30, 45 and 60 are usual.</source>
        <translation>No es posible una cadencia de {days} días. Indique de {shortest_cadence_days} a {longest_cadence_days} días; lo usual es 30, 45 o 60.</translation>
    </message>
    <message>
        <source>&quot;{shown}&quot; is not an NPI: its last digit does not fit the others. Look for a mistyped or swapped digit.</source>
        <translation>&quot;{shown}&quot; no es un NPI: su última cifra no concuerda con las demás. Busque una cifra mal escrita o cambiada de lugar.</translation>
    </message>
    <message>
        <source>&quot;{shown}&quot; is not an NPI: give ten digits, such as 1234567893.</source>
        <translation>&quot;{shown}&quot; no es un NPI: indique diez cifras, como 1234567893.</translation>
    </message>
    <message>
        <source>&quot;{shown}&quot; is not a ZIP code: give five digits, or nine such as 37203-1234.</source>
        <translation>&quot;{shown}&quot; no es un código ZIP: indique cinco cifras, o nueve como 37203-1234.</translation>
    </message>
    <message>
        <source>&quot;{shown}&quot; is not a CCN: give its six characters, such as 440039 or 44T039.</source>
        <translation>&quot;{shown}&quot; no es un CCN: indique sus seis caracteres, como 440039 o 44T039.</translation>
    </message>
    <message>
        <source>A leading zero may be lost: {ccn}?</source>
        <translation>Tal vez se perdió un cero inicial: ¿{ccn}?</translation>
    </message>
    <message>
        <source>Working hours must end after they begin at {start:%H:%M}.</source>
        <translation>El horario de trabajo debe terminar después de empezar a las {start:%H:%M}.</translation>
    </message>
    <message>
        <source>The referral is {current} already.</source>
        <translation>El referido ya está {current}.</translation>
    </message>
    <message>
        <source>Say why the referral was not admitted: choose one reason.</source>
        <translation>Indique por qué no se admitió el referido: elija un motivo.</translation>
    </message>
    <message>
        <source>The referral is {current}; that is its end. Correct the stage if it was entered by mistake.</source>
        <translation>El referido está {current}; ese es su final. Corrija la etapa si se ingresó por error.</translation>
    </message>
    <message>
        <source>A referral that is {current} cannot become {new} at once; next can be: {stages}.</source>
        <translation>Un referido {current} no puede pasar de una vez a {new}; puede seguir: {stages}.</translation>
    </message>
    <message>
        <source>Say the reason in a few words.</source>
        <translation>Indique el motivo en pocas palabras.</translation>
    </message>
    <message>
        <source>Say which discipline had no capacity.</source>
        <translation>Indique qué disciplina no tenía capacidad.</translation>
    </message>
    <message>
        <source>Say when the referral was first heard of.</source>
        <translation>Indique cuándo se tuvo la primera noticia del referido.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>visits</source>
        <translation>visitas</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>times</source>
        <translation>veces</translation>
    </message>
    <message>
        <source>our choice</source>
        <translation>nuestra elección</translation>
    </message>
    <message>
        <source>what the field does</source>
        <translation>lo que hace el sector</translation>
    </message>
    <message>
        <source>Medicare&apos;s own rule</source>
        <translation>regla propia de Medicare</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Ritmo</translation>
    </message>
    <message>
        <source>Waterfall</source>
        <translation>Cascada</translation>
    </message>
    <message>
        <source>Cadences</source>
        <translation>Cadencias</translation>
    </message>
    <message>
        <source>Loop with the referrer</source>
        <translation>Seguimiento con quien refiere</translation>
    </message>
    <message>
        <source>Worth of a source</source>
        <translation>Valor de una fuente</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Mediciones</translation>
    </message>
    <message>
        <source>Due from so long before the day</source>
        <translation>Por vencer desde tantos días antes</translation>
    </message>
    <message>
        <source>Late from so long after the day</source>
        <translation>Con retraso desde tantos días después</translation>
    </message>
    <message>
        <source>Between visits to a prospective source</source>
        <translation>Entre visitas a una fuente potencial</translation>
    </message>
    <message>
        <source>Visits that make a source active, for a new type</source>
        <translation>Visitas que activan una fuente, para un tipo nuevo</translation>
    </message>
    <message>
        <source>New prospective sources of a liaison each month</source>
        <translation>Fuentes potenciales nuevas de un enlace al mes</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>fuentes</translation>
    </message>
    <message>
        <source>A prospect stalls without a visit for</source>
        <translation>Una fuente potencial se estanca sin visita durante</translation>
    </message>
    <message>
        <source>A prospect stalls after visits without an advance</source>
        <translation>Una fuente potencial se estanca tras visitas sin avance</translation>
    </message>
    <message>
        <source>Where nothing else is said</source>
        <translation>Donde no se indica otra cosa</translation>
    </message>
    <message>
        <source>The shortest allowed</source>
        <translation>La más corta permitida</translation>
    </message>
    <message>
        <source>The longest allowed</source>
        <translation>La más larga permitida</translation>
    </message>
    <message>
        <source>First share of a liaison&apos;s sources (tier A)</source>
        <translation>Primera parte de las fuentes de un enlace (nivel A)</translation>
    </message>
    <message>
        <source>Next share of a liaison&apos;s sources (tier B)</source>
        <translation>Siguiente parte de las fuentes de un enlace (nivel B)</translation>
    </message>
    <message>
        <source>Offered to the first share by potential</source>
        <translation>Se ofrece a la primera parte según el potencial</translation>
    </message>
    <message>
        <source>Offered to the next share by potential</source>
        <translation>Se ofrece a la siguiente parte según el potencial</translation>
    </message>
    <message>
        <source>Offered to the rest</source>
        <translation>Se ofrece al resto</translation>
    </message>
    <message>
        <source>Say that the referral was received within</source>
        <translation>Avisar que se recibió el referido en un plazo de</translation>
    </message>
    <message>
        <source>working hours</source>
        <translation>horas hábiles</translation>
    </message>
    <message>
        <source>Say what was decided within</source>
        <translation>Avisar qué se decidió en un plazo de</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>días hábiles</translation>
    </message>
    <message>
        <source>Say that care has started within</source>
        <translation>Avisar que empezó la atención en un plazo de</translation>
    </message>
    <message>
        <source>Say how it went after</source>
        <translation>Avisar cómo resultó después de</translation>
    </message>
    <message>
        <source>First warning before start of care is late</source>
        <translation>Primera advertencia antes de que el inicio de la atención se retrase</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>Second warning before start of care is late</source>
        <translation>Segunda advertencia antes de que el inicio de la atención se retrase</translation>
    </message>
    <message>
        <source>Urgency on the day a visit is due</source>
        <translation>Urgencia el día en que vence una visita</translation>
    </message>
    <message>
        <source>Urgency added for each week past it</source>
        <translation>Urgencia que se suma por cada semana de atraso</translation>
    </message>
    <message>
        <source>Urgency at most</source>
        <translation>Urgencia máxima</translation>
    </message>
    <message>
        <source>Urgency of a commitment that is due</source>
        <translation>Urgencia de un compromiso que vence</translation>
    </message>
    <message>
        <source>Urgency of a visit that makes a source active</source>
        <translation>Urgencia de una visita que activa una fuente</translation>
    </message>
    <message>
        <source>Share of its potential expected of a type without history</source>
        <translation>Parte de su potencial que se espera de un tipo sin historial</translation>
    </message>
    <message>
        <source>Upper part of sources with high potential</source>
        <translation>Parte superior de las fuentes con potencial alto</translation>
    </message>
    <message>
        <source>A share of the potential is high from</source>
        <translation>La parte del potencial es alta desde</translation>
    </message>
    <message>
        <source>Rethink after visits without referral and advance</source>
        <translation>Repensar tras visitas sin referido ni avance</translation>
    </message>
    <message>
        <source>Rethink looks back</source>
        <translation>Repensar mira hacia atrás</translation>
    </message>
    <message>
        <source>Say the cases instead of a percentage below</source>
        <translation>Decir los casos en vez de un porcentaje por debajo de</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>casos</translation>
    </message>
    <message>
        <source>A visit counts for a referral within</source>
        <translation>Una visita cuenta para un referido dentro de</translation>
    </message>
    <message>
        <source>A return to hospital counts within</source>
        <translation>Un regreso al hospital cuenta dentro de</translation>
    </message>
    <message>
        <source>{text} is not a number.</source>
        <translation>{text} no es un número.</translation>
    </message>
    <message>
        <source>Give a number from {least} to {most}.</source>
        <translation>Indique un número de {least} a {most}.</translation>
    </message>
    <message>
        <source>Give a whole number.</source>
        <translation>Indique un número entero.</translation>
    </message>
    <message>
        <source>There is no rule {name}.</source>
        <translation>No existe la regla {name}.</translation>
    </message>
    <message>
        <source>A cadence lies between the shortest and the longest: {least} to {most} days.</source>
        <translation>Una cadencia está entre la más corta y la más larga: de {least} a {most} días.</translation>
    </message>
    <message>
        <source>The two shares are more than all sources together.</source>
        <translation>Las dos partes suman más que todas las fuentes.</translation>
    </message>
    <message>
        <source>The second warning comes after the first.</source>
        <translation>La segunda advertencia viene después de la primera.</translation>
    </message>
    <message>
        <source>The most cannot be less than on the day itself.</source>
        <translation>El máximo no puede ser menor que el valor del día mismo.</translation>
    </message>
    <message>
        <source>visit {visits}, {needed} are enough: decide</source>
        <translation>visita {visits}, bastan {needed}: decidir</translation>
    </message>
    <message>
        <source>visit {visits} of {needed}: decide</source>
        <translation>visita {visits} de {needed}: decidir</translation>
    </message>
    <message>
        <source>visit {visits} of {needed}</source>
        <translation>visita {visits} de {needed}</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>due {day}</source>
        <translation>vence el {day}</translation>
    </message>
    <message>
        <source>last seen {day}</source>
        <translation>última visita el {day}</translation>
    </message>
    <message>
        <source>{day}, {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised for {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised for {day}, {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished">Fuentes</translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation type="unfinished">Referidos</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation type="unfinished">Visitas</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished">Archivos</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {count} sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {count} people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {count} referrals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {count} visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {count} promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {count} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {count} actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {count} places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished">Fuente</translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished">Persona</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation type="unfinished">Referido</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation type="unfinished">Visita</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished">Archivo</translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished">Lugar</translation>
    </message>
    <message>
        <source>the first {shown} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search sources, people, referrals, notes, actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{typed}”. Try part of a name, a phone number or a ZIP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes, referrals and promises are looked through from three letters on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>services</name>
    <message>
        <source>{name} is larger than 100 MB. Keep a shorter version of it.</source>
        <translation>{name} ocupa más de 100 MB. Conserve una versión más corta.</translation>
    </message>
    <message>
        <source>{name} cannot be kept: {value}.</source>
        <translation>No se puede conservar {name}: {value}.</translation>
    </message>
    <message>
        <source>Choose another value for its records.</source>
        <translation>Elija otro valor para sus registros.</translation>
    </message>
    <message>
        <source>Choose a value that is on the list.</source>
        <translation>Elija un valor que esté en la lista.</translation>
    </message>
    <message>
        <source>There is no list {table}.</source>
        <translation>No existe la lista {table}.</translation>
    </message>
    <message>
        <source>{name} is in use by {records}. Choose the value that they get instead.</source>
        <translation>{name} se usa en {records}. Elija el valor que reciben en su lugar.</translation>
    </message>
    <message>
        <source>That {what} is no longer there.</source>
        <translation>Ya no existe ese registro ({what}).</translation>
    </message>
    <message>
        <source>Somebody changed this {what} meanwhile. Nothing was saved; look at it again and repeat your change.</source>
        <translation>Entretanto, alguien modificó este registro ({what}). No se guardó nada; revíselo y repita su cambio.</translation>
    </message>
    <message>
        <source>There is no earlier value to go back to.</source>
        <translation>No hay un valor anterior al que volver.</translation>
    </message>
    <message>
        <source>Give the agency&apos;s name.</source>
        <translation>Indique el nombre de la agencia.</translation>
    </message>
    <message>
        <source>&quot;{time_zone}&quot; is not a time zone. Choose one such as America/Chicago.</source>
        <translation>&quot;{time_zone}&quot; no es una zona horaria. Elija una como America/Chicago.</translation>
    </message>
    <message>
        <source>Name at least one person who works with the program.</source>
        <translation>Nombre al menos a una persona que trabaje con el programa.</translation>
    </message>
    <message>
        <source>{name} is named twice. Give each person a name of their own.</source>
        <translation>{name} aparece dos veces. Dé a cada persona un nombre propio.</translation>
    </message>
    <message>
        <source>This agency is set up already. Its settings can be changed one by one.</source>
        <translation>Esta agencia ya está configurada. Sus ajustes se pueden cambiar uno por uno.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Hace falta un nombre.</translation>
    </message>
    <message>
        <source>A type is needed.</source>
        <translation>Hace falta un tipo.</translation>
    </message>
    <message>
        <source>These fields cannot be changed for many sources at once.</source>
        <translation>Estos campos no se pueden cambiar en muchas fuentes a la vez.</translation>
    </message>
    <message>
        <source>Say why: a reason is needed to make a source inactive.</source>
        <translation>Indique por qué: hace falta un motivo para desactivar una fuente.</translation>
    </message>
    <message>
        <source>A source cannot be part of itself.</source>
        <translation>Una fuente no puede depender de sí misma.</translation>
    </message>
    <message>
        <source>A name can have up to {most} characters.</source>
        <translation>Un nombre puede tener hasta {most} caracteres.</translation>
    </message>
    <message>
        <source>{value} is not a whole number.</source>
        <translation>{value} no es un número entero.</translation>
    </message>
    <message>
        <source>A number from 0 to a million is needed here.</source>
        <translation>Aquí hace falta un número de 0 a un millón.</translation>
    </message>
    <message>
        <source>{value} is not a number.</source>
        <translation>{value} no es un número.</translation>
    </message>
    <message>
        <source>{text} is not a state; two letters are, such as TN.</source>
        <translation>{text} no es un estado; lo son dos letras, como TN.</translation>
    </message>
    <message>
        <source>{text} is not an e-mail address; name@place.com is.</source>
        <translation>{text} no es un correo electrónico; name@place.com sí lo es.</translation>
    </message>
    <message>
        <source>A number from 1 to 5 is needed here.</source>
        <translation>Aquí hace falta un número de 1 a 5.</translation>
    </message>
    <message>
        <source>One of these is needed: {words}.</source>
        <translation>Hace falta uno de estos: {words}.</translation>
    </message>
    <message>
        <source>{value} is none of: {words}.</source>
        <translation>{value} no es ninguno de estos: {words}.</translation>
    </message>
    <message>
        <source>{field} cannot be set.</source>
        <translation>{field} no se puede cambiar.</translation>
    </message>
    <message>
        <source>That day is still to come. Plan the visit instead, or log it on the day.</source>
        <translation>Ese día aún no llega. Planifique la visita o regístrela ese día.</translation>
    </message>
    <message>
        <source>A visit that took place is logged.</source>
        <translation>Una visita que se hizo se registra.</translation>
    </message>
    <message>
        <source>This visit is {status} already.</source>
        <translation>Esta visita ya está {status}.</translation>
    </message>
    <message>
        <source>A completed visit cannot lie in the future.</source>
        <translation>Una visita realizada no puede estar en el futuro.</translation>
    </message>
    <message>
        <source>Say what changed: advance, continuation or setback.</source>
        <translation>Indique qué cambió: avance, continuación o retroceso.</translation>
    </message>
    <message>
        <source>This visit has been logged already. Open it under the source&apos;s visits to change it.</source>
        <translation>Esta visita ya se registró. Ábrala entre las visitas de la fuente para cambiarla.</translation>
    </message>
    <message>
        <source>Say by when.</source>
        <translation>Indique para cuándo.</translation>
    </message>
    <message>
        <source>It is due before it was promised.</source>
        <translation>Vence antes de haberse prometido.</translation>
    </message>
    <message>
        <source>The next visit lies before this one.</source>
        <translation>La próxima visita es anterior a esta.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>A working week has seven days.</source>
        <translation>Una semana laboral tiene siete días.</translation>
    </message>
    <message>
        <source>The agency works on one day of the week at least.</source>
        <translation>La agencia trabaja al menos un día de la semana.</translation>
    </message>
    <message>
        <source>Give hours as a start and an end, such as 8:00 and 17:00.</source>
        <translation>Indique el horario como principio y final, por ejemplo 8:00 y 17:00.</translation>
    </message>
    <message>
        <source>A working day ends after it starts.</source>
        <translation>Un día de trabajo termina después de empezar.</translation>
    </message>
    <message>
        <source>There is no list {name}.</source>
        <translation>No existe la lista {name}.</translation>
    </message>
    <message>
        <source>{column} cannot be set on this list.</source>
        <translation>{column} no se puede cambiar en esta lista.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Hace falta un nombre.</translation>
    </message>
    <message>
        <source>A name can have up to {most} characters.</source>
        <translation>Un nombre puede tener hasta {most} caracteres.</translation>
    </message>
    <message>
        <source>Give a number from {least} to {most}.</source>
        <translation>Indique un número de {least} a {most}.</translation>
    </message>
    <message>
        <source>Give a whole number.</source>
        <translation>Indique un número entero.</translation>
    </message>
    <message>
        <source>Choose whose reason it is.</source>
        <translation>Elija de quién es el motivo.</translation>
    </message>
    <message>
        <source>{name} is on the list already.</source>
        <translation>{name} ya está en la lista.</translation>
    </message>
    <message>
        <source>This list stands in the order of its names.</source>
        <translation>Esta lista está en el orden de sus nombres.</translation>
    </message>
    <message>
        <source>{name} was retired from this list. Put that one back instead.</source>
        <translation>{name} se retiró de esta lista. Mejor recupere ese.</translation>
    </message>
    <message>
        <source>This is the last value of the list. Add another one first.</source>
        <translation>Es el último valor de la lista. Agregue antes otro.</translation>
    </message>
    <message>
        <source>What has held cannot be taken away; set another value from today.</source>
        <translation>Lo que ya rigió no se puede quitar; ponga otro valor desde hoy.</translation>
    </message>
    <message>
        <source>Somebody changed this setting meanwhile. Nothing was saved; look at it again.</source>
        <translation>Entretanto, alguien modificó este ajuste. No se guardó nada; revíselo.</translation>
    </message>
    <message>
        <source>Give a day from 2000 on, and at most ten years ahead.</source>
        <translation>Indique un día desde el año 2000 y, como máximo, dentro de diez años.</translation>
    </message>
    <message>
        <source>Give the agency&apos;s name.</source>
        <translation>Indique el nombre de la agencia.</translation>
    </message>
    <message>
        <source>There is no ZIP code {code}. Give the five digits of your office&apos;s.</source>
        <translation>No existe el código ZIP {code}. Indique las cinco cifras del de su oficina.</translation>
    </message>
    <message>
        <source>&quot;{zone}&quot; is not a time zone. Choose one such as America/Chicago.</source>
        <translation>&quot;{zone}&quot; no es una zona horaria. Elija una como America/Chicago.</translation>
    </message>
    <message>
        <source>Choose month first or day first.</source>
        <translation>Elija mes primero o día primero.</translation>
    </message>
    <message>
        <source>Give cents a mile, such as 72.5.</source>
        <translation>Indique centavos por milla, como 72.5.</translation>
    </message>
    <message>
        <source>A tag has no semicolon: it parts one tag from the next.</source>
        <translation>Una etiqueta no lleva punto y coma: separa una etiqueta de la siguiente.</translation>
    </message>
    <message>
        <source>No source has the tag {tag} any more.</source>
        <translation>Ninguna fuente tiene ya la etiqueta {tag}.</translation>
    </message>
</context>
<context>
    <name>shared</name>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>nobody chosen</source>
        <translation>nadie elegido</translation>
    </message>
    <message>
        <source>Arrows move, Space switches, letters find</source>
        <translation>Las flechas mueven, la barra espaciadora cambia, las letras buscan</translation>
    </message>
    <message>
        <source>found by “{typed}”</source>
        <translation>encontrado por «{typed}»</translation>
    </message>
    <message>
        <source>and {hidden} more: type a name</source>
        <translation>y {hidden} más: escriba un nombre</translation>
    </message>
    <message>
        <source>Visit {number} of {needed}</source>
        <translation>Visita {number} de {needed}</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mostrar más</translation>
    </message>
    <message>
        <source>{label}, required</source>
        <translation>{label}, obligatorio</translation>
    </message>
    <message>
        <source>Filter as you type</source>
        <translation>Filtre al escribir</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Guardar esta vista…</translation>
    </message>
    <message>
        <source>Forget view {name}</source>
        <translation>Olvidar la vista {name}</translation>
    </message>
    <message>
        <source>nothing chosen</source>
        <translation>nada elegido</translation>
    </message>
    <message>
        <source>Sources found</source>
        <translation>Fuentes encontradas</translation>
    </message>
    <message>
        <source>Column heads</source>
        <translation>Encabezados de columna</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Copiar filas</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>Ordenar por esta columna</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>Ocultar esta columna</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>visit {number} of {needed}</source>
        <translation>visita {number} de {needed}</translation>
    </message>
    <message>
        <source>People found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>short months</name>
    <message>
        <source>Jan</source>
        <translation>ene</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>feb</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>mar</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>abr</translation>
    </message>
    <message>
        <source>May</source>
        <translation>may</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>jun</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>jul</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>ago</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>sep</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>oct</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>nov</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>dic</translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>There is no such source any more.</source>
        <translation>Esa fuente ya no existe.</translation>
    </message>
    <message>
        <source>There is no such person any more.</source>
        <translation>Esa persona ya no existe.</translation>
    </message>
</context>
<context>
    <name>storage</name>
    <message>
        <source>Another backup of this agency is being made. Try again when it is done.</source>
        <translation>Se está haciendo otra copia de seguridad de esta agencia. Inténtelo de nuevo cuando termine.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>No existe el archivo {file}.</translation>
    </message>
    <message>
        <source>{name} is protected by a key, or is no backup of hhcrm. Give the agency&apos;s key.</source>
        <translation>{name} está protegido con una clave o no es una copia de seguridad de hhcrm. Indique la clave de la agencia.</translation>
    </message>
    <message>
        <source>is damaged, or is no backup of hhcrm</source>
        <translation>está dañado o no es una copia de seguridad de hhcrm</translation>
    </message>
    <message>
        <source>is damaged, or has another key</source>
        <translation>está dañado o tiene otra clave</translation>
    </message>
    <message>
        <source>{name} {words}. Choose another backup.</source>
        <translation>{name} {words}. Elija otra copia de seguridad.</translation>
    </message>
    <message>
        <source>The backup does not hold what was copied. It was thrown away; check the disk.</source>
        <translation>La copia de seguridad no contiene lo que se copió. Se descartó; revise el disco.</translation>
    </message>
    <message>
        <source>The database on the server is empty: there is nothing to back up.</source>
        <translation>La base de datos del servidor está vacía: no hay nada que copiar.</translation>
    </message>
    <message>
        <source>{file} cannot be used: {why}.</source>
        <translation>No se puede usar {file}: {why}.</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Un archivo</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was saved and nothing was lost; make room and try again.</source>
        <translation>El disco está lleno. No se guardó nada y no se perdió nada; libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Another program is writing to this agency&apos;s data and did not finish within 10 seconds. Nothing was changed; try again when it is done.</source>
        <translation>Otro programa escribe en los datos de esta agencia y no terminó en 10 segundos. No se cambió nada; inténtelo de nuevo cuando termine.</translation>
    </message>
    <message>
        <source>The agency&apos;s database file is damaged. Nothing was changed; restore the newest good backup.</source>
        <translation>El archivo de base de datos de la agencia está dañado. No se cambió nada; restaure la última copia de seguridad buena.</translation>
    </message>
    <message>
        <source>The agency&apos;s folder cannot be written to. Check that you may change files there.</source>
        <translation>No se puede escribir en la carpeta de la agencia. Compruebe que puede modificar archivos ahí.</translation>
    </message>
    <message>
        <source>The agency&apos;s database cannot be opened. Check that the folder exists and that you may read it.</source>
        <translation>No se puede abrir la base de datos de la agencia. Compruebe que la carpeta existe y que puede leerla.</translation>
    </message>
    <message>
        <source>The disk reported an error while reading or writing. Nothing was saved; check the disk and make a backup.</source>
        <translation>El disco dio un error al leer o escribir. No se guardó nada; revise el disco y haga una copia de seguridad.</translation>
    </message>
    <message>
        <source>The database server was stopped. Nothing was saved; try again when it runs.</source>
        <translation>El servidor de base de datos se detuvo. No se guardó nada; inténtelo de nuevo cuando funcione.</translation>
    </message>
    <message>
        <source>Somebody changed this record meanwhile. Nothing was saved; look at the record again and repeat your change.</source>
        <translation>Entretanto, alguien modificó este registro. No se guardó nada; revíselo y repita su cambio.</translation>
    </message>
    <message>
        <source>The database server is starting or stopping. Try again in a moment.</source>
        <translation>El servidor de base de datos se está iniciando o deteniendo. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The database server refused the user name or password.</source>
        <translation>El servidor de base de datos rechazó el usuario o la contraseña.</translation>
    </message>
    <message>
        <source>The database server has no database of that name.</source>
        <translation>El servidor no tiene ninguna base de datos con ese nombre.</translation>
    </message>
    <message>
        <source>The database server cannot be reached. Check the network and that the server runs.</source>
        <translation>No se puede llegar al servidor de base de datos. Revise la red y que el servidor funcione.</translation>
    </message>
    <message>
        <source>Another program is restoring or upgrading this agency&apos;s data. Nothing was changed; try again when it is done.</source>
        <translation>Otro programa está restaurando o actualizando los datos de esta agencia. No se cambió nada; inténtelo de nuevo cuando termine.</translation>
    </message>
    <message>
        <source>This agency&apos;s data are open in a window or in another command, and this needs them alone. Close the other one and try again. Nothing was changed.</source>
        <translation>Los datos de esta agencia están abiertos en una ventana o en otro comando, y esto los necesita para sí solo. Cierre el otro e inténtelo de nuevo. No se cambió nada.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation>No se puede leer {file}: {why}.</translation>
    </message>
    <message>
        <source>The agency&apos;s database {file} is missing or empty, but there are backups of it. {offer}</source>
        <translation>La base de datos {file} de la agencia falta o está vacía, pero hay copias de seguridad. {offer}</translation>
    </message>
    <message>
        <source>The tables {tables} are missing.</source>
        <translation>Faltan las tablas {tables}.</translation>
    </message>
    <message>
        <source>The agency&apos;s database {file} is not protected by a key. Open it without one.</source>
        <translation>La base de datos {file} de la agencia no está protegida con clave. Ábrala sin clave.</translation>
    </message>
    <message>
        <source>The agency&apos;s database {file} is protected: give its key.</source>
        <translation>La base de datos {file} de la agencia está protegida: indique su clave.</translation>
    </message>
    <message>
        <source>The key does not open the agency&apos;s database {file}. Nothing was changed.</source>
        <translation>La clave no abre la base de datos {file} de la agencia. No se cambió nada.</translation>
    </message>
    <message>
        <source>The database on the server is damaged or no database of hhcrm. Ask its administrator.</source>
        <translation>La base de datos del servidor está dañada o no es de hhcrm. Consulte a quien la administra.</translation>
    </message>
    <message>
        <source>The agency&apos;s database {file} is damaged. {offer}</source>
        <translation>La base de datos {file} de la agencia está dañada. {offer}</translation>
    </message>
    <message>
        <source>There is no good backup of it.</source>
        <translation>No hay ninguna copia de seguridad buena.</translation>
    </message>
    <message>
        <source>The newest good backup is {path}: put it back with `hhcrm restore`.</source>
        <translation>La última copia de seguridad buena es {path}: restáurela con `hhcrm restore`.</translation>
    </message>
    <message>
        <source>This file is the agency&apos;s database itself. Choose a backup.</source>
        <translation>Este archivo es la propia base de datos de la agencia. Elija una copia de seguridad.</translation>
    </message>
    <message>
        <source>The copy does not hold what the backup holds. Nothing was changed; check the disk.</source>
        <translation>La copia no contiene lo que contiene la copia de seguridad. No se cambió nada; revise el disco.</translation>
    </message>
    <message>
        <source>The database on the server already holds records. A backup goes into an empty database only: have its administrator make a new one.</source>
        <translation>La base de datos del servidor ya contiene registros. Una copia de seguridad solo se restaura en una base vacía: pida una nueva a quien la administra.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>No hay nada que rehacer.</translation>
    </message>
    <message>
        <source>That step cannot be undone.</source>
        <translation>Ese paso no se puede deshacer.</translation>
    </message>
    <message>
        <source>That step has been undone already.</source>
        <translation>Ese paso ya se deshizo.</translation>
    </message>
    <message>
        <source>This cannot be undone: the {what} has been changed since. Its History shows by whom.</source>
        <translation>Esto no se puede deshacer: el registro ({what}) se modificó después. Su Historial muestra quién lo hizo.</translation>
    </message>
    <message>
        <source>This cannot be undone: other records have been added to the {what} since.</source>
        <translation>Esto no se puede deshacer: después se agregaron otros registros a este ({what}).</translation>
    </message>
    <message>
        <source>This cannot be undone: other records have been taken from, or put in the place of, the {what} since.</source>
        <translation>Esto no se puede deshacer: después se quitaron otros registros de este ({what}) o se pusieron en su lugar.</translation>
    </message>
    <message>
        <source>This agency&apos;s data were written by a newer hhcrm (schema {version}; this program knows {known}). Install the newest version of hhcrm on this computer. Nothing was changed.</source>
        <translation>Los datos de esta agencia los escribió un hhcrm más nuevo (esquema {version}; este programa conoce {known}). Instale la última versión de hhcrm en esta computadora. No se cambió nada.</translation>
    </message>
    <message>
        <source>Some records point at records that are not there. The upgrade was not done; restore a backup.</source>
        <translation>Algunos registros apuntan a registros que no existen. No se hizo la actualización; restaure una copia de seguridad.</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>With {people}</source>
        <translation>Con {people}</translation>
    </message>
    <message>
        <source>Ask for {people}</source>
        <translation>Pregunte por {people}</translation>
    </message>
    <message>
        <source>Last time: {step}</source>
        <translation>La última vez: {step}</translation>
    </message>
    <message>
        <source>Promised: {promised}</source>
        <translation>Prometido: {promised}</translation>
    </message>
    <message>
        <source>Active, every {cadence} days</source>
        <translation>Activa, cada {cadence} días</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inactiva</translation>
    </message>
    <message>
        <source>Visit {number} of {needed}</source>
        <translation>Visita {number} de {needed}</translation>
    </message>
    <message>
        <source>Visit {number}, {needed} are enough</source>
        <translation>Visita {number}, bastan {needed}</translation>
    </message>
    <message>
        <source>Overdue {days_overdue} d</source>
        <translation>Atraso: {days_overdue} d</translation>
    </message>
    <message>
        <source>Never visited</source>
        <translation>Nunca visitada</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Vence hoy</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>Vence el {day}</translation>
    </message>
    <message>
        <source>Every {cadence} days</source>
        <translation>Cada {cadence} días</translation>
    </message>
    <message>
        <source>last seen {day}</source>
        <translation>última visita el {day}</translation>
    </message>
    <message>
        <source>active since {day}</source>
        <translation>activa desde el {day}</translation>
    </message>
    <message>
        <source>prospective since {day}</source>
        <translation>potencial desde el {day}</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>vence el {day}</translation>
    </message>
    <message>
        <source>Planned for {day}</source>
        <translation>Planificada para el {day}</translation>
    </message>
    <message>
        <source>{ordinal} visit</source>
        <translation>{ordinal} visita</translation>
    </message>
    <message>
        <source>First referral</source>
        <translation>Primer referido</translation>
    </message>
    <message>
        <source>Sent a referral on {day}, {done}</source>
        <translation>Envió un referido el {day}, {done}</translation>
    </message>
    <message>
        <source>{done}. Make active every {offered} days?</source>
        <translation>{done}. ¿Activarla, cada {offered} días?</translation>
    </message>
    <message>
        <source>{number} visit done</source>
        <translation>{number} visita hecha</translation>
    </message>
    <message>
        <source>{number} visits done</source>
        <translation>{number} visitas hechas</translation>
    </message>
    <message>
        <source>{count} advance</source>
        <translation>{count} avance</translation>
    </message>
    <message>
        <source>{count} advances</source>
        <translation>{count} avances</translation>
    </message>
    <message>
        <source>{text}, promised {day}</source>
        <translation>{text}, prometido el {day}</translation>
    </message>
    <message>
        <source>Promise overdue</source>
        <translation>Compromiso atrasado</translation>
    </message>
    <message>
        <source>Promise due</source>
        <translation>Compromiso por cumplir</translation>
    </message>
</context>
<context>
    <name>visits</name>
    <message>
        <source>There is no such visit any more.</source>
        <translation>Esa visita ya no existe.</translation>
    </message>
    <message>
        <source>There is no such source any more.</source>
        <translation>Esa fuente ya no existe.</translation>
    </message>
    <message>
        <source>Active, every {cadence} days</source>
        <translation>Activa, cada {cadence} días</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inactiva</translation>
    </message>
    <message>
        <source>Visit {count} of {visits_to_active}</source>
        <translation>Visita {count} de {visits_to_active}</translation>
    </message>
    <message>
        <source>Never visited</source>
        <translation>Nunca visitada</translation>
    </message>
    <message>
        <source>Last: {day}, {kind}</source>
        <translation>Última: {day}, {kind}</translation>
    </message>
    <message>
        <source>inactive: no next visit is planned</source>
        <translation>inactiva: no se planifica otra visita</translation>
    </message>
    <message>
        <source>every {cadence} days</source>
        <translation>cada {cadence} días</translation>
    </message>
    <message>
        <source>visit {number} of {needed}, then decide</source>
        <translation>visita {number} de {needed}, luego decidir</translation>
    </message>
    <message>
        <source>visit {number} of {needed}</source>
        <translation>visita {number} de {needed}</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>prospective</source>
        <translation>potencial</translation>
    </message>
    <message>
        <source>active</source>
        <translation>activa</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inactiva</translation>
    </message>
    <message>
        <source>told us</source>
        <translation>nos lo dijeron</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>contado</translation>
    </message>
    <message>
        <source>public data</source>
        <translation>datos públicos</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>decision maker</source>
        <translation>quien decide</translation>
    </message>
    <message>
        <source>influencer</source>
        <translation>influyente</translation>
    </message>
    <message>
        <source>gatekeeper</source>
        <translation>guardián</translation>
    </message>
    <message>
        <source>champion</source>
        <translation>promotor</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>en persona</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>teléfono</translation>
    </message>
    <message>
        <source>text</source>
        <translation>mensaje de texto</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>correo electrónico</translation>
    </message>
    <message>
        <source>fax</source>
        <translation>fax</translation>
    </message>
    <message>
        <source>work</source>
        <translation>trabajo</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>celular</translation>
    </message>
    <message>
        <source>home</source>
        <translation>casa</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>planificada</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>realizada</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>no realizada</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>advance</source>
        <translation>avance</translation>
    </message>
    <message>
        <source>continuation</source>
        <translation>continuación</translation>
    </message>
    <message>
        <source>setback</source>
        <translation>retroceso</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>no se pidió</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>se pidió</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>aceptó</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>se negó</translation>
    </message>
    <message>
        <source>Medicare/Medicaid</source>
        <translation>Medicare/Medicaid</translation>
    </message>
    <message>
        <source>private pay</source>
        <translation>pago privado</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>cumplido</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>incumplido</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retirado</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recibido</translation>
    </message>
    <message>
        <source>under review</source>
        <translation>en revisión</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation>programado</translation>
    </message>
    <message>
        <source>admitted</source>
        <translation>admitido</translation>
    </message>
    <message>
        <source>not admitted</source>
        <translation>no admitido</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>nuestro</translation>
    </message>
    <message>
        <source>source</source>
        <translation>de la fuente</translation>
    </message>
    <message>
        <source>patient</source>
        <translation>del paciente</translation>
    </message>
    <message>
        <source>payer</source>
        <translation>del pagador</translation>
    </message>
    <message>
        <source>institutional</source>
        <translation>institucional</translation>
    </message>
    <message>
        <source>community</source>
        <translation>comunitario</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>decisión</translation>
    </message>
    <message>
        <source>start of care</source>
        <translation>inicio de la atención</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>resultado</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>limitado</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>liaison</source>
        <translation>enlace</translation>
    </message>
    <message>
        <source>intake coordinator</source>
        <translation>coordinador de admisiones</translation>
    </message>
    <message>
        <source>clinical manager</source>
        <translation>gerente clínico</translation>
    </message>
    <message>
        <source>marketing lead</source>
        <translation>responsable de marketing</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>propietario</translation>
    </message>
    <message>
        <source>never visited</source>
        <translation>nunca visitada</translation>
    </message>
    <message>
        <source>on rhythm</source>
        <translation>al día</translation>
    </message>
    <message>
        <source>due</source>
        <translation>por vencer</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>atrasada</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
</context>
</TS>
