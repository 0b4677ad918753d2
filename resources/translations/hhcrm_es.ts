<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US">
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
</context>
<context>
    <name>acceptance</name>
    <message>
        <source>Needs</source>
        <translation>Necesidades</translation>
    </message>
    <message>
        <source>Case load and mix</source>
        <translation>Carga y mezcla de casos</translation>
    </message>
    <message>
        <source>Staffing</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Competencias</translation>
    </message>
    <message>
        <source>One line is enough: up to {most} characters.</source>
        <translation>Basta una línea: hasta {most} caracteres.</translation>
    </message>
    <message>
        <source>disciplines not said</source>
        <translation>disciplinas no indicadas</translation>
    </message>
    <message>
        <source>{waiting} accepted and not started, {started} started in 30 days</source>
        <translation>{waiting} aceptados sin iniciar, {started} iniciados en 30 días</translation>
    </message>
    <message>
        <source>{count} of them {group}</source>
        <translation>{count} de ellos {group}</translation>
    </message>
    <message>
        <source>all disciplines open</source>
        <translation>todas las disciplinas abiertas</translation>
    </message>
    <message>
        <source>{discipline} not said</source>
        <translation>{discipline} sin indicar</translation>
    </message>
    <message>
        <source>{discipline} {state} until {day}</source>
        <translation>{discipline}: {state} hasta el {day}</translation>
    </message>
    <message>
        <source>no limits said for this line</source>
        <translation>no se indicaron límites para esta línea</translation>
    </message>
    <message>
        <source>Limits: {limits}</source>
        <translation>Límites: {limits}</translation>
    </message>
    <message>
        <source>Accept, and say what was weighed</source>
        <translation>Aceptar e indicar lo que se ponderó</translation>
    </message>
    <message>
        <source>What was weighed</source>
        <translation>Lo que se ponderó</translation>
    </message>
    <message>
        <source>Same facts, different answers</source>
        <translation>Mismos datos, respuestas distintas</translation>
    </message>
    <message>
        <source>In the last 12 months: line, payer, ZIP served, disciplines and their capacity, clinical group. Refusals for our own reasons or the payer&apos;s count.</source>
        <translation>En los últimos 12 meses: línea, pagador, código postal atendido, disciplinas y su capacidad, grupo clínico. Cuentan los rechazos por motivos nuestros o del pagador.</translation>
    </message>
    <message>
        <source>The same facts have had the same answer.</source>
        <translation>Los mismos datos han tenido la misma respuesta.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show the one not admitted: {facts}</source>
        <translation>Mostrar el no admitido: {facts}</translation>
    </message>
    <message>
        <source>{count} accepted</source>
        <translation>{count} aceptados</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} más</translation>
    </message>
    <message>
        <source>not admitted: {referrals}</source>
        <translation>no admitidos: {referrals}</translation>
    </message>
    <message>
        <source>{source}, {day} ({reason})</source>
        <translation>{source}, {day} ({reason})</translation>
    </message>
    <message>
        <source>outside the area</source>
        <translation>fuera del área</translation>
    </message>
    <message>
        <source>{payer}, not accepted</source>
        <translation>{payer}, no aceptado</translation>
    </message>
</context>
<context>
    <name>alerts</name>
    <message>
        <source>recorded by {who}</source>
        <translation>registrado por {who}</translation>
    </message>
    <message>
        <source>for {who}</source>
        <translation>para {who}</translation>
    </message>
    <message>
        <source>This referral was seen already.</source>
        <translation>Este referido ya fue visto.</translation>
    </message>
    <message>
        <source>{count} new referrals stand on Today.</source>
        <translation>{count} referidos nuevos están en Hoy.</translation>
    </message>
    <message>
        <source>New referral from {source}</source>
        <translation>Referido nuevo de {source}</translation>
    </message>
    <message>
        <source>New referrals</source>
        <translation>Referidos nuevos</translation>
    </message>
    <message>
        <source>New referral</source>
        <translation>Referido nuevo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>Making a sample agency</source>
        <translation>Preparando una agencia de ejemplo</translation>
    </message>
    <message>
        <source>See what is left</source>
        <translation>Ver lo que falta</translation>
    </message>
    <message>
        <source>Your agency is set up.</source>
        <translation>Su agencia está lista.</translation>
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
        <source>Not you?</source>
        <translation>¿No es usted?</translation>
    </message>
    <message>
        <source>{lost}, who sat here, was archived. What is done here is noted under {name} now.</source>
        <translation>{lost}, que trabajaba en este puesto, se archivó. Lo que se haga aquí se anota ahora a nombre de {name}.</translation>
    </message>
    <message>
        <source>Choose who sits here</source>
        <translation>Elegir quién trabaja aquí</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>The backup is back in its place. What was here is kept as {file}.</source>
        <translation>La copia de seguridad está de nuevo en su lugar. Lo que había aquí se conserva como {file}.</translation>
    </message>
    <message>
        <source>The backup is back in its place.</source>
        <translation>La copia de seguridad está de nuevo en su lugar.</translation>
    </message>
    <message>
        <source>Putting the backup back</source>
        <translation>Restaurando la copia de seguridad</translation>
    </message>
    <message>
        <source>Opening for {name}</source>
        <translation>Abriendo para {name}</translation>
    </message>
    <message>
        <source>Throwing the sample away</source>
        <translation>Descartando el ejemplo</translation>
    </message>
    <message>
        <source>The backup is made, but not at the second place. {why}</source>
        <translation>La copia de seguridad está hecha, pero no en el segundo lugar. {why}</translation>
    </message>
    <message>
        <source>Last backup {said}</source>
        <translation>Última copia de seguridad: {said}</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Aún sin copia</translation>
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
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Waterfall</source>
        <translation>Cascada</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Referidos</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medición</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
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
        <source>The folder {parent} cannot be written to ({why}). Check that you may change files there, or choose another one with --data.</source>
        <translation>No se puede escribir en la carpeta {parent} ({why}). Compruebe que puede cambiar archivos allí, o elija otra con --data.</translation>
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
    <message>
        <source>The folder {folder} cannot be written to ({why}), so the agency in it cannot be opened. Check that you may change files there, or choose another folder with --data.</source>
        <translation>No se puede escribir en la carpeta {folder} ({why}), así que no se puede abrir la agencia que contiene. Compruebe que puede cambiar archivos allí, o elija otra carpeta con --data.</translation>
    </message>
</context>
<context>
    <name>approaches</name>
    <message>
        <source>It ends before it starts.</source>
        <translation>Termina antes de empezar.</translation>
    </message>
    <message>
        <source>That day is still to come.</source>
        <translation>Ese día aún no ha llegado.</translation>
    </message>
    <message>
        <source>Say by what it is judged: one measure at least.</source>
        <translation>Diga por qué se juzga: una medida al menos.</translation>
    </message>
    <message>
        <source>An approach has {most} measures at most: of many one shows a change by chance.</source>
        <translation>Un enfoque tiene {most} medidas como máximo: de muchas, alguna muestra un cambio por azar.</translation>
    </message>
    <message>
        <source>One of these measures cannot be held against itself week by week.</source>
        <translation>Una de estas medidas no se puede comparar semana a semana.</translation>
    </message>
    <message>
        <source>Say what you do differently.</source>
        <translation>Diga qué hacen de otro modo.</translation>
    </message>
    <message>
        <source>A name can have up to {most} characters.</source>
        <translation>Un nombre puede tener hasta {most} caracteres.</translation>
    </message>
    <message>
        <source>Say what was learned.</source>
        <translation>Diga qué se aprendió.</translation>
    </message>
    <message>
        <source>A day is needed here.</source>
        <translation>Aquí hace falta un día.</translation>
    </message>
    <message>
        <source>That approach is no longer there.</source>
        <translation>Ese enfoque ya no está.</translation>
    </message>
    <message>
        <source>That note is no longer there.</source>
        <translation>Esa nota ya no está.</translation>
    </message>
    <message>
        <source>{measure} cannot be held against itself week by week.</source>
        <translation>{measure} no se puede comparar semana a semana.</translation>
    </message>
    <message>
        <source>difference with 95 % interval, each to its own scale; line: no change</source>
        <translation>diferencia con su intervalo del 95 %, cada una en su escala; línea: sin cambio</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>medida</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde el {day}</translation>
    </message>
    <message>
        <source>since the change</source>
        <translation>desde el cambio</translation>
    </message>
    <message>
        <source>{measure} by week</source>
        <translation>{measure} por semana</translation>
    </message>
    <message>
        <source>week from Monday</source>
        <translation>semana desde el lunes</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>Semana desde</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>miles</source>
        <translation>millas</translation>
    </message>
    <message>
        <source>dollars</source>
        <translation>dólares</translation>
    </message>
    <message>
        <source>{measure} a week</source>
        <translation>{measure} por semana</translation>
    </message>
    <message>
        <source>Week from {day}: {value}, {count} cases</source>
        <translation>Semana desde el {day}: {value}, {count} casos</translation>
    </message>
    <message>
        <source>better</source>
        <translation>mejor</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>peor</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambió</translation>
    </message>
    <message>
        <source>no difference can be told</source>
        <translation>no se aprecia diferencia</translation>
    </message>
    <message>
        <source>too few to tell</source>
        <translation>muy pocos para saberlo</translation>
    </message>
    <message>
        <source>a year before</source>
        <translation>un año antes</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>after</source>
        <translation>después</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medida</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Cases before</source>
        <translation>Casos antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Cases after</source>
        <translation>Casos después</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Aún abiertos</translation>
    </message>
    <message>
        <source>Without it, before</source>
        <translation>Sin él, antes</translation>
    </message>
    <message>
        <source>Without it, after</source>
        <translation>Sin él, después</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Intervalo del 95 %</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>before and after</source>
        <translation>antes y después</translation>
    </message>
    <message>
        <source>same season a year before</source>
        <translation>misma época un año antes</translation>
    </message>
    <message>
        <source>with and without</source>
        <translation>con y sin</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
    <message>
        <source>from {day}, still to come</source>
        <translation>desde el {day}, aún por venir</translation>
    </message>
    <message>
        <source>{number} points</source>
        <translation>{number} puntos</translation>
    </message>
    <message>
        <source>{number} h</source>
        <translation>{number} h</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} min</translation>
    </message>
    <message>
        <source>{number} mi</source>
        <translation>{number} mi</translation>
    </message>
    <message>
        <source>{amount} a week</source>
        <translation>{amount} por semana</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>de {low} a {high}</translation>
    </message>
    <message>
        <source>more</source>
        <translation>más</translation>
    </message>
    <message>
        <source>less</source>
        <translation>menos</translation>
    </message>
    <message>
        <source>fewer than {weeks} whole weeks on each side</source>
        <translation>menos de {weeks} semanas completas en cada lado</translation>
    </message>
    <message>
        <source>fewer than {cases} cases</source>
        <translation>menos de {cases} casos</translation>
    </message>
    <message>
        <source>nothing varies from week to week or from case to case</source>
        <translation>nada varía de semana a semana ni de caso a caso</translation>
    </message>
    <message>
        <source>it is for everybody: there is nobody without it</source>
        <translation>es para todos: no hay nadie sin él</translation>
    </message>
    <message>
        <source>from {before} to {after}</source>
        <translation>de {before} a {after}</translation>
    </message>
    <message>
        <source>Those without it: from {before} to {after}</source>
        <translation>Los que no lo tienen: de {before} a {after}</translation>
    </message>
    <message>
        <source>Too few to tell: {why}</source>
        <translation>Muy pocos para saberlo: {why}</translation>
    </message>
    <message>
        <source>That is {difference} against moving as the others did ({interval}): {told}</source>
        <translation>Es {difference} frente a moverse como los demás ({interval}): {told}</translation>
    </message>
    <message>
        <source>That is {difference} ({interval}): {told}</source>
        <translation>Es {difference} ({interval}): {told}</translation>
    </message>
    <message>
        <source>{said}, also with all {count} measures judged together</source>
        <translation>{said}, también con las {count} medidas juzgadas juntas</translation>
    </message>
    <message>
        <source>It has not begun.</source>
        <translation>No ha empezado.</translation>
    </message>
    <message>
        <source>Too few to tell: {count} of {needed} whole weeks on each side.</source>
        <translation>Muy pocos para saberlo: {count} de {needed} semanas completas en cada lado.</translation>
    </message>
    <message>
        <source>{count} weeks on each side. {told}.</source>
        <translation>{count} semanas en cada lado. {told}.</translation>
    </message>
    <message>
        <source>Each interval holds the true difference 95 times in 100: 1 time in 20 it shows one by chance.</source>
        <translation>El intervalo contiene la diferencia verdadera 95 veces de 100: 1 vez de cada 20 muestra una por azar.</translation>
    </message>
    <message>
        <source>{count} measures are looked at: though nothing changed, one of them shows a difference by chance about {percent} times in 100.</source>
        <translation>Se miran {count} medidas: aunque nada hubiera cambiado, alguna muestra una diferencia por azar unas {percent} veces de 100.</translation>
    </message>
    <message>
        <source>Whole weeks from Monday to Sunday are held against as many others, at most a year; the week in which it began counts for neither side. The interval holds the true difference 95 times in 100. Where it holds 0, no difference can be told. Below 6 weeks or the fewest cases (Settings, Rules) it is too few to tell.</source>
        <translation>Se comparan semanas completas de lunes a domingo con otras tantas, un año como máximo; la semana en que empezó no cuenta en ningún lado. El intervalo contiene la diferencia verdadera 95 veces de 100. Si contiene el 0, no se aprecia diferencia. Con menos de 6 semanas o de los casos mínimos (Ajustes, Reglas) son muy pocos para saberlo.</translation>
    </message>
    <message>
        <source>Counts and sums by Welch&apos;s interval of the weekly means; shares by Newcombe&apos;s hybrid of two Wilson intervals; ratios by Welch&apos;s interval of weekly residuals; middle values by the interval of Price and Bonett.</source>
        <translation>Recuentos y sumas por el intervalo de Welch de las medias semanales; proporciones por el híbrido de Newcombe de dos intervalos de Wilson; cocientes por el intervalo de Welch de los residuos semanales; medianas por el intervalo de Price y Bonett.</translation>
    </message>
    <message>
        <source>Whatever else changed at that time is in the difference, too.</source>
        <translation>Todo lo demás que cambió entonces también está en la diferencia.</translation>
    </message>
    <message>
        <source>The same weeks 52 weeks earlier take the season out, not the year&apos;s growth.</source>
        <translation>Las mismas semanas 52 semanas antes quitan la época del año, no el crecimiento del año.</translation>
    </message>
    <message>
        <source>Those outside show what would have come anyway: of counts and sums in proportion to their size, of the rest by as much as theirs changed. What is left is the difference in differences.</source>
        <translation>Los de fuera muestran lo que habría venido de todos modos: en recuentos y sumas en proporción a su tamaño, en lo demás tanto como cambió lo suyo. Lo que queda es la diferencia de diferencias.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>Type of source</source>
        <translation>Tipo de fuente</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Territorio</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Kind of visit</source>
        <translation>Clase de visita</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>What you do differently</source>
        <translation>Qué hacen de otro modo</translation>
    </message>
    <message>
        <source>In a few words, such as: in-services for skilled nursing facilities.</source>
        <translation>En pocas palabras, por ejemplo: capacitaciones en centros de enfermería especializada.</translation>
    </message>
    <message>
        <source>How it is done</source>
        <translation>Cómo se hace</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Empty while it goes on.</source>
        <translation>Vacío mientras siga.</translation>
    </message>
    <message>
        <source>Whom it is about: all of what is chosen</source>
        <translation>De quién se trata: todo lo que se elija</translation>
    </message>
    <message>
        <source>Only these sources</source>
        <translation>Solo estas fuentes</translation>
    </message>
    <message>
        <source>Type a name and pick it. Without any, all that fit.</source>
        <translation>Escriba un nombre y elíjalo. Sin ninguno, todas las que encajen.</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Se juzga por</translation>
    </message>
    <message>
        <source>A few that this change should move: of many, one moves by chance.</source>
        <translation>Unas pocas que este cambio debería mover: de muchas, alguna se mueve por azar.</translation>
    </message>
    <message>
        <source>none in particular</source>
        <translation>ninguno en particular</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>Lo aprendido</translation>
    </message>
    <message>
        <source>Of which approach</source>
        <translation>De qué enfoque</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>No measure is called so</source>
        <translation>Ninguna medida se llama así</translation>
    </message>
    <message>
        <source>Find a source</source>
        <translation>Buscar una fuente</translation>
    </message>
    <message>
        <source>No source is called so</source>
        <translation>Ninguna fuente se llama así</translation>
    </message>
    <message>
        <source>No source is called &quot;{typed}&quot;. Pick one from the list.</source>
        <translation>Ninguna fuente se llama «{typed}». Elija una de la lista.</translation>
    </message>
    <message>
        <source>Note what was learned</source>
        <translation>Anotar lo aprendido</translation>
    </message>
    <message>
        <source>Find in the journal</source>
        <translation>Buscar en el diario</translation>
    </message>
    <message>
        <source>Looks through the notes, their approaches and who wrote them</source>
        <translation>Busca en las notas, sus enfoques y quién las escribió</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Guardar la nota</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Anotado</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Note changed</source>
        <translation>Nota cambiada</translation>
    </message>
    <message>
        <source>No note holds these words.</source>
        <translation>Ninguna nota contiene estas palabras.</translation>
    </message>
    <message>
        <source>Nothing is noted yet. What surprised you? Next year nobody will remember it.</source>
        <translation>Aún no hay nada anotado. ¿Qué les sorprendió? El año que viene nadie lo recordará.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Note archived</source>
        <translation>Nota archivada</translation>
    </message>
    <message>
        <source>Note an approach</source>
        <translation>Anotar un enfoque</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>Mirar</translation>
    </message>
    <message>
        <source>Week by week</source>
        <translation>Semana a semana</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Qué resultó</translation>
    </message>
    <message>
        <source>Being compared…</source>
        <translation>Comparando…</translation>
    </message>
    <message>
        <source>Note what was learned ({count})</source>
        <translation>Anotar lo aprendido ({count})</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Note the approach</source>
        <translation>Anotar el enfoque</translation>
    </message>
    <message>
        <source>Approach noted</source>
        <translation>Enfoque anotado</translation>
    </message>
    <message>
        <source>Approach changed</source>
        <translation>Enfoque cambiado</translation>
    </message>
    <message>
        <source>{name} is archived</source>
        <translation>{name} está archivado</translation>
    </message>
    <message>
        <source>Nothing is noted yet. An approach is a thing you do differently from a day on, such as in-services for skilled nursing facilities. Note it when it begins: later its weeks are held against those before, and those with it against those without.</source>
        <translation>Aún no hay nada anotado. Un enfoque es algo que hacen de otro modo desde un día, como capacitaciones en centros de enfermería especializada. Anótelo cuando empiece: después sus semanas se comparan con las de antes, y los que lo tienen con los que no.</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>mixto</translation>
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
        <source>late, {days} days overdue</source>
        <translation>muy atrasada, {days} días de atraso</translation>
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
        <source>latest {day}</source>
        <translation>a más tardar el {day}</translation>
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
        <source>A visit takes from {first} to {last} minutes.</source>
        <translation>Una visita dura de {first} a {last} minutos.</translation>
    </message>
    <message>
        <source>Only a missed or cancelled visit can be planned again.</source>
        <translation>Solo se puede volver a planificar una visita no realizada o cancelada.</translation>
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
        <source>{file} cannot be written: {why}. Choose another place.</source>
        <translation>No se puede escribir {file}: {why}. Elija otro lugar.</translation>
    </message>
    <message>
        <source>{file} cannot be written. Choose another place.</source>
        <translation>No se puede escribir {file}. Elija otro lugar.</translation>
    </message>
    <message>
        <source>Week of {day}</source>
        <translation>Semana del {day}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>{names} off</source>
        <translation>{names}: ausente</translation>
    </message>
    <message>
        <source>Nothing is planned for this day.</source>
        <translation>No hay nada planificado para este día.</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>a cualquier hora</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} minutos</translation>
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
        <source>Time off</source>
        <translation>Ausencias</translation>
    </message>
    <message>
        <source>Nobody is away in the time to come. Add the first days off.</source>
        <translation>Nadie está ausente próximamente. Agregue los primeros días.</translation>
    </message>
    <message>
        <source>Add time off</source>
        <translation>Agregar ausencia</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Time off added</source>
        <translation>Ausencia agregada</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Time off changed</source>
        <translation>Ausencia cambiada</translation>
    </message>
    <message>
        <source>Time off stays as it is</source>
        <translation>La ausencia queda como está</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until, this day too</source>
        <translation>Hasta, este día incluido</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Say whose time off it is.</source>
        <translation>Indique de quién es la ausencia.</translation>
    </message>
    <message>
        <source>Time off removed</source>
        <translation>Ausencia quitada</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Move the visits</source>
        <translation>Mover las visitas</translation>
    </message>
    <message>
        <source>{count} visit is planned in these days all the same.</source>
        <translation>De todos modos, hay {count} visita planificada en estos días.</translation>
    </message>
    <message>
        <source>{count} visits are planned in these days all the same.</source>
        <translation>De todos modos, hay {count} visitas planificadas en estos días.</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>El último día es anterior al primero.</translation>
    </message>
    <message>
        <source>That is more than two years. Look at the year.</source>
        <translation>Son más de dos años. Revise el año.</translation>
    </message>
    <message>
        <source>Visit to {source}: {minutes}.</source>
        <translation>Visita a {source}: {minutes}.</translation>
    </message>
    <message>
        <source>Visit to {source} was missed.</source>
        <translation>La visita a {source} no se realizó.</translation>
    </message>
    <message>
        <source>Visit to {source} is cancelled.</source>
        <translation>La visita a {source} está cancelada.</translation>
    </message>
    <message>
        <source>Visit to {source} is planned again.</source>
        <translation>La visita a {source} está planificada de nuevo.</translation>
    </message>
    <message>
        <source>Visit to {source} taken off the calendar.</source>
        <translation>La visita a {source} se quitó del calendario.</translation>
    </message>
    <message>
        <source>Visit to {source} planned for {when}.</source>
        <translation>Visita a {source} planificada para el {when}.</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>Back (Page Up)</source>
        <translation>Atrás (Re Pág)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Show today (T)</source>
        <translation>Mostrar hoy (T)</translation>
    </message>
    <message>
        <source>On (Page Down)</source>
        <translation>Adelante (Av Pág)</translation>
    </message>
    <message>
        <source>Plan a visit</source>
        <translation>Planificar una visita</translation>
    </message>
    <message>
        <source>Plan a visit (N)</source>
        <translation>Planificar una visita (N)</translation>
    </message>
    <message>
        <source>Route sheet</source>
        <translation>Hoja de ruta</translation>
    </message>
    <message>
        <source>The day in hand on one page: order, drives, whom to ask for</source>
        <translation>El día elegido en una página: orden, trayectos, por quién preguntar</translation>
    </message>
    <message>
        <source>Print, weekends, time off, shortcuts</source>
        <translation>Imprimir, fines de semana, ausencias, atajos</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Territorio</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacidad</translation>
    </message>
    <message>
        <source>What fits in the next 12 weeks, and what to change</source>
        <translation>Qué cabe en las próximas 12 semanas y qué cambiar</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Formas</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>propuesta</translation>
    </message>
    <message>
        <source>{month_day} to {day}, {year}</source>
        <translation>{month_day} a {day} {year}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Próxima semana</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Flechas</translation>
    </message>
    <message>
        <source>From day to day; up and down through a day&apos;s visits</source>
        <translation>De un día a otro; arriba y abajo por las visitas de un día</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Re Pág, Av Pág</translation>
    </message>
    <message>
        <source>A month, week or day back and on</source>
        <translation>Un mes, una semana o un día atrás y adelante</translation>
    </message>
    <message>
        <source>T</source>
        <translation>T</translation>
    </message>
    <message>
        <source>1, 2, 3, 4</source>
        <translation>1, 2, 3, 4</translation>
    </message>
    <message>
        <source>Month, week, day, list</source>
        <translation>Mes, semana, día, lista</translation>
    </message>
    <message>
        <source>N, or Enter on a day</source>
        <translation>N, o Intro en un día</translation>
    </message>
    <message>
        <source>Plan a visit on the day</source>
        <translation>Planificar una visita en el día</translation>
    </message>
    <message>
        <source>Enter on a visit</source>
        <translation>Intro en una visita</translation>
    </message>
    <message>
        <source>What can be done with it</source>
        <translation>Qué se puede hacer con ella</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>Log the visit</source>
        <translation>Registrar la visita</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>Edit the visit</source>
        <translation>Editar la visita</translation>
    </message>
    <message>
        <source>O</source>
        <translation>O</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>Abrir la fuente</translation>
    </message>
    <message>
        <source>Alt+Left, Alt+Right</source>
        <translation>Alt+Izquierda, Alt+Derecha</translation>
    </message>
    <message>
        <source>Move the visit by a day</source>
        <translation>Mover la visita un día</translation>
    </message>
    <message>
        <source>Alt+Up, Alt+Down</source>
        <translation>Alt+Arriba, Alt+Abajo</translation>
    </message>
    <message>
        <source>Move the visit by a week, in week and day by a quarter hour</source>
        <translation>Mover la visita una semana; en semana y día, un cuarto de hora</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Pick the visit up; arrows carry it, Enter puts it down, Esc lets it go</source>
        <translation>Tomar la visita; las flechas la llevan, Intro la deja, Esc la suelta</translation>
    </message>
    <message>
        <source>Shift+Up, Shift+Down</source>
        <translation>Mayús+Arriba, Mayús+Abajo</translation>
    </message>
    <message>
        <source>Make the visit shorter or longer by a quarter hour</source>
        <translation>Acortar o alargar la visita un cuarto de hora</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Take the visit off the calendar</source>
        <translation>Quitar la visita del calendario</translation>
    </message>
    <message>
        <source>P in the tray</source>
        <translation>P en la bandeja</translation>
    </message>
    <message>
        <source>Plan the source for the next free place</source>
        <translation>Planificar la fuente en el próximo lugar libre</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Plan my week</source>
        <translation>Planificar mi semana</translation>
    </message>
    <message>
        <source>P, Delete, R on a proposed visit</source>
        <translation>P, Supr, R en una visita propuesta</translation>
    </message>
    <message>
        <source>Pin it, drop it, replace it by another source</source>
        <translation>Fijarla, quitarla, cambiarla por otra fuente</translation>
    </message>
    <message>
        <source>Keys of the calendar</source>
        <translation>Teclas del calendario</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>sin hora</translation>
    </message>
    <message>
        <source>proposed, pinned</source>
        <translation>propuesta, fijada</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minuto</translation>
    </message>
    <message>
        <source>1 visit</source>
        <translation>1 visita</translation>
    </message>
    <message>
        <source>{count} visits</source>
        <translation>{count} visitas</translation>
    </message>
    <message>
        <source>no visits</source>
        <translation>sin visitas</translation>
    </message>
    <message>
        <source>+{count} more</source>
        <translation>+{count} más</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <source>{count} done,</source>
        <translation>{count} hechas,</translation>
    </message>
    <message>
        <source>{count} planned</source>
        <translation>{count} planificadas</translation>
    </message>
    <message>
        <source>of about {fits} that fit (1 working day).</source>
        <translation>de unas {fits} que caben (1 día hábil).</translation>
    </message>
    <message>
        <source>of about {fits} that fit ({days} working days).</source>
        <translation>de unas {fits} que caben ({days} días hábiles).</translation>
    </message>
    <message>
        <source>Rhythm asks for {count} a week;</source>
        <translation>El ritmo pide {count} por semana;</translation>
    </message>
    <message>
        <source>{count} more than fit</source>
        <translation>{count} más de las que caben</translation>
    </message>
    <message>
        <source>Rhythm asks for {count} a week</source>
        <translation>El ritmo pide {count} por semana</translation>
    </message>
    <message>
        <source>Visit to {source} moved to {when}.</source>
        <translation>La visita a {source} pasó al {when}.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Propósito</translation>
    </message>
    <message>
        <source>Visits of the month</source>
        <translation>Visitas del mes</translation>
    </message>
    <message>
        <source>No visits in {month}</source>
        <translation>Ninguna visita en {month}</translation>
    </message>
    <message>
        <source>Nothing planned in {month}</source>
        <translation>Nada planificado en {month}</translation>
    </message>
    <message>
        <source>Only visits that go with what is chosen above are listed.</source>
        <translation>Solo se muestran las visitas que corresponden a lo elegido arriba.</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>Días de la semana</translation>
    </message>
    <message>
        <source>Plan a &amp;visit</source>
        <translation>Planificar una &amp;visita</translation>
    </message>
    <message>
        <source>&amp;Show the day</source>
        <translation>&amp;Mostrar el día</translation>
    </message>
    <message>
        <source>&amp;Print the week…</source>
        <translation>&amp;Imprimir la semana…</translation>
    </message>
    <message>
        <source>Print the &amp;day…</source>
        <translation>Imprimir el &amp;día…</translation>
    </message>
    <message>
        <source>&amp;Save the week as PDF…</source>
        <translation>&amp;Guardar la semana como PDF…</translation>
    </message>
    <message>
        <source>Save the day &amp;as PDF…</source>
        <translation>Guardar el día &amp;como PDF…</translation>
    </message>
    <message>
        <source>&amp;Import a calendar file…</source>
        <translation>Importar un archivo de &amp;calendario…</translation>
    </message>
    <message>
        <source>&amp;Export a calendar file…</source>
        <translation>Exportar un archivo de ca&amp;lendario…</translation>
    </message>
    <message>
        <source>Plan my &amp;week</source>
        <translation>Planificar mi &amp;semana</translation>
    </message>
    <message>
        <source>&amp;Time off…</source>
        <translation>&amp;Ausencias…</translation>
    </message>
    <message>
        <source>&amp;Weekends</source>
        <translation>&amp;Fines de semana</translation>
    </message>
    <message>
        <source>Where something is on them</source>
        <translation>Si hay algo en ellos</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>&amp;Keys of the calendar</source>
        <translation>&amp;Teclas del calendario</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviado a la impresora.</translation>
    </message>
    <message>
        <source>The printer did not take it. See whether it is there and switched on.</source>
        <translation>La impresora no lo aceptó. Compruebe que está ahí y encendida.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Guardado como {file}.</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
    <message>
        <source>No holidays are known for {years}: they can be filled in under Settings.</source>
        <translation>No se conocen días feriados para {years}: se pueden completar en Ajustes.</translation>
    </message>
    <message>
        <source>Carrying {source}: arrows choose the day, Enter puts it down, Esc lets it go.</source>
        <translation>Llevando {source}: las flechas eligen el día, Intro la deja, Esc la suelta.</translation>
    </message>
    <message>
        <source>When do I see whom?</source>
        <translation>¿Cuándo veo a quién?</translation>
    </message>
    <message>
        <source>Days with hours</source>
        <translation>Días con horas</translation>
    </message>
    <message>
        <source>Due, not planned</source>
        <translation>Por vencer, sin planificar</translation>
    </message>
    <message>
        <source>Drag to a day, or press P for the next free place.</source>
        <translation>Arrastre a un día o pulse P para el próximo lugar libre.</translation>
    </message>
    <message>
        <source>Propose a week from who is due, worth, place and hours (W)</source>
        <translation>Proponer una semana según quién vence, el valor, el lugar y las horas (W)</translation>
    </message>
    <message>
        <source>Nobody can be due: there are no active or prospective sources here.</source>
        <translation>Nadie puede estar pendiente: aquí no hay fuentes activas ni potenciales.</translation>
    </message>
    <message>
        <source>Everybody who is due in these days has a planned visit.</source>
        <translation>Todos los que vencen en estos días tienen una visita planificada.</translation>
    </message>
    <message>
        <source>And {count} more. Plan the first ones, the others follow.</source>
        <translation>Y {count} más. Planifique los primeros y seguirán los demás.</translation>
    </message>
    <message>
        <source>Plan visit</source>
        <translation>Planificar visita</translation>
    </message>
    <message>
        <source>Visit planned for {when}.</source>
        <translation>Visita planificada para {when}.</translation>
    </message>
    <message>
        <source>Visit to {source}</source>
        <translation>Visita a {source}</translation>
    </message>
    <message>
        <source>Visit changed</source>
        <translation>Visita cambiada</translation>
    </message>
    <message>
        <source>who owns the source</source>
        <translation>quien tiene a cargo la fuente</translation>
    </message>
    <message>
        <source>empty: at the top of the day</source>
        <translation>vacío: al principio del día</translation>
    </message>
    <message>
        <source>empty: as its kind takes</source>
        <translation>vacío: lo que dura su tipo</translation>
    </message>
    <message>
        <source>Type a part of the source&apos;s name and choose it.</source>
        <translation>Escriba una parte del nombre de la fuente y elíjala.</translation>
    </message>
    <message>
        <source>Choose a kind of visit.</source>
        <translation>Elija un tipo de visita.</translation>
    </message>
    <message>
        <source>Minutes are a number such as 20 or 45.</source>
        <translation>Los minutos son un número como 20 o 45.</translation>
    </message>
    <message>
        <source>&amp;Log this visit</source>
        <translation>&amp;Registrar esta visita</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Editar…</translation>
    </message>
    <message>
        <source>&amp;Move with the arrows</source>
        <translation>&amp;Mover con las flechas</translation>
    </message>
    <message>
        <source>It was mi&amp;ssed</source>
        <translation>No &amp;se realizó</translation>
    </message>
    <message>
        <source>&amp;Cancel the visit</source>
        <translation>&amp;Cancelar la visita</translation>
    </message>
    <message>
        <source>&amp;Plan it again</source>
        <translation>&amp;Planificarla de nuevo</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historial…</translation>
    </message>
    <message>
        <source>A proposal was left that was not accepted ({name}), {when}.</source>
        <translation>Quedó una propuesta sin aceptar ({name}), {when}.</translation>
    </message>
    <message>
        <source>A week is planned for one person: choose the liaison above.</source>
        <translation>Una semana se planifica para una persona: elija el enlace arriba.</translation>
    </message>
    <message>
        <source>There is nobody with sources whose week could be planned.</source>
        <translation>No hay nadie con fuentes cuya semana se pueda planificar.</translation>
    </message>
    <message>
        <source>The proposal is discarded. The calendar is as it was.</source>
        <translation>La propuesta se descartó. El calendario está como estaba.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Recuperarla</translation>
    </message>
    <message>
        <source>The week of that proposal is over.</source>
        <translation>La semana de esa propuesta ya pasó.</translation>
    </message>
    <message>
        <source>Looking at the week as it is now</source>
        <translation>Mirando la semana como está ahora</translation>
    </message>
    <message>
        <source>Looking who could be seen</source>
        <translation>Mirando a quién se podría ver</translation>
    </message>
    <message>
        <source>Un&amp;pin</source>
        <translation>&amp;Soltar</translation>
    </message>
    <message>
        <source>&amp;Pin it here</source>
        <translation>&amp;Fijarla aquí</translation>
    </message>
    <message>
        <source>&amp;Drop</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>&amp;Open the source</source>
        <translation>&amp;Abrir la fuente</translation>
    </message>
    <message>
        <source>Plan week of {day}: {visits}</source>
        <translation>Semana del {day} planificada: {visits}</translation>
    </message>
    <message>
        <source>&amp;Take off the calendar</source>
        <translation>&amp;Quitar del calendario</translation>
    </message>
    <message>
        <source>Carrying the visit to {source}. {day}</source>
        <translation>Llevando la visita a {source}. {day}</translation>
    </message>
    <message>
        <source>There is no such person any more.</source>
        <translation>Esa persona ya no existe.</translation>
    </message>
    <message>
        <source>{day} is a day off: {name}.</source>
        <translation>{day} es un día libre: {name}.</translation>
    </message>
    <message>
        <source>{name} is off on {day}.</source>
        <translation>{name} no trabaja el {day}.</translation>
    </message>
    <message>
        <source>Neither {name}&apos;s home ZIP nor that of the office is known: {minutes} minutes each.</source>
        <translation>No se conoce el código ZIP de la casa de {name} ni el de la oficina: {minutes} minutos cada viaje.</translation>
    </message>
    <message>
        <source>{name}&apos;s home ZIP is not known: the days start and end at the office.</source>
        <translation>No se conoce el código ZIP de la casa de {name}: los días empiezan y terminan en la oficina.</translation>
    </message>
    <message>
        <source>{source} at {time} lies outside the working hours and stays as it is.</source>
        <translation>{source} a las {time} está fuera del horario laboral y se queda como está.</translation>
    </message>
    <message>
        <source>1 visit planned for {day} finds no time in it and stays without one.</source>
        <translation>1 visita planificada para el {day} no encuentra hora y se queda sin ella.</translation>
    </message>
    <message>
        <source>{count} visits planned for {day} find no time in it and stay without one.</source>
        <translation>{count} visitas planificadas para el {day} no encuentran hora y se quedan sin ella.</translation>
    </message>
    <message>
        <source>{name} has no working day left in this week.</source>
        <translation>A {name} no le queda ningún día laborable en esta semana.</translation>
    </message>
    <message>
        <source>planned that day</source>
        <translation>planificada ese día</translation>
    </message>
    <message>
        <source>never visited</source>
        <translation>nunca visitada</translation>
    </message>
    <message>
        <source>a commitment is due {day}</source>
        <translation>un compromiso vence el {day}</translation>
    </message>
    <message>
        <source>this visit makes it active</source>
        <translation>esta visita la hace activa</translation>
    </message>
    <message>
        <source>The place of {source} is not known (no ZIP, or none that there is): {minutes} minutes to it.</source>
        <translation>No se conoce el lugar de {source} (sin código ZIP, o uno que no existe): {minutes} minutos hasta allí.</translation>
    </message>
    <message>
        <source>The places of {count} sources are not known (no ZIP, or none that there is), such as {source}: {minutes} minutes to each.</source>
        <translation>No se conocen los lugares de {count} fuentes (sin código ZIP, o uno que no existe), como {source}: {minutes} minutos a cada una.</translation>
    </message>
    <message>
        <source>There is nothing to accept: the proposal has no visits.</source>
        <translation>No hay nada que aceptar: la propuesta no tiene visitas.</translation>
    </message>
    <message>
        <source>A source stands in the proposal twice. Drop one of the two visits.</source>
        <translation>Una fuente está dos veces en la propuesta. Quite una de las dos visitas.</translation>
    </message>
    <message>
        <source>{day} is over meanwhile.</source>
        <translation>Entretanto el {day} ya pasó.</translation>
    </message>
    <message>
        <source>{source} is no longer among the sources to visit.</source>
        <translation>{source} ya no está entre las fuentes por visitar.</translation>
    </message>
    <message>
        <source>{source} is somebody else&apos;s meanwhile.</source>
        <translation>Entretanto {source} es de otra persona.</translation>
    </message>
    <message>
        <source>{source} is due on another day meanwhile.</source>
        <translation>Entretanto {source} vence otro día.</translation>
    </message>
    <message>
        <source>The last visit to {source} was changed meanwhile.</source>
        <translation>Entretanto se cambió la última visita a {source}.</translation>
    </message>
    <message>
        <source>{source} was visited meanwhile.</source>
        <translation>Entretanto {source} fue visitada.</translation>
    </message>
    <message>
        <source>{source} was visited meanwhile by {name}.</source>
        <translation>Entretanto {source} fue visitada por {name}.</translation>
    </message>
    <message>
        <source>A visit to {source} was planned meanwhile for {day}.</source>
        <translation>Entretanto se planificó una visita a {source} para el {day}.</translation>
    </message>
    <message>
        <source>{count} visits were planned meanwhile.</source>
        <translation>Entretanto se planificaron {count} visitas.</translation>
    </message>
    <message>
        <source>A visit of this week was changed or taken off meanwhile.</source>
        <translation>Entretanto se cambió o se quitó una visita de esta semana.</translation>
    </message>
    <message>
        <source>{count} visits of this week were changed or taken off meanwhile.</source>
        <translation>Entretanto se cambiaron o se quitaron {count} visitas de esta semana.</translation>
    </message>
    <message>
        <source>{day} is a day off meanwhile.</source>
        <translation>Entretanto el {day} es un día libre.</translation>
    </message>
    <message>
        <source>And {count} more changes.</source>
        <translation>Y {count} cambios más.</translation>
    </message>
    <message>
        <source>The calendar is as it was. Solve again to plan with what is there now.</source>
        <translation>El calendario está como estaba. Resuelva de nuevo para planificar con lo que hay ahora.</translation>
    </message>
    <message>
        <source>{one} and {other} overlap on {day}. Solve again, or move one of them.</source>
        <translation>{one} y {other} se solapan el {day}. Resuelva de nuevo o mueva una de las dos.</translation>
    </message>
    <message>
        <source>This visit is not planned any more: somebody has answered meanwhile.</source>
        <translation>Esta visita ya no está planificada: entretanto, alguien respondió.</translation>
    </message>
    <message>
        <source>The source is inactive</source>
        <translation>La fuente está inactiva</translation>
    </message>
    <message>
        <source>Another visit is planned for {day}</source>
        <translation>Hay otra visita planificada para el {day}</translation>
    </message>
    <message>
        <source>The source is never open</source>
        <translation>La fuente no abre nunca</translation>
    </message>
    <message>
        <source>No free place in the next months: choose a day by hand</source>
        <translation>No hay ningún lugar libre en los próximos meses: elija un día a mano</translation>
    </message>
    <message>
        <source>Only a missed visit is planned again.</source>
        <translation>Solo se vuelve a planificar una visita no realizada.</translation>
    </message>
    <message>
        <source>Say to which day the visit goes.</source>
        <translation>Diga a qué día pasa la visita.</translation>
    </message>
    <message>
        <source>{when} is not free any more for {source}: somebody planned there meanwhile. Nothing was changed; look at the places again.</source>
        <translation>{when} ya no está libre para {source}: entretanto, alguien planificó ahí. No se cambió nada; vuelva a mirar los lugares.</translation>
    </message>
    <message>
        <source>Nobody&apos;s visits</source>
        <translation>Visitas de nadie</translation>
    </message>
    <message>
        <source>planned, keeps its time</source>
        <translation>planificada, conserva su hora</translation>
    </message>
    <message>
        <source>near {source}</source>
        <translation>cerca de {source}</translation>
    </message>
    <message>
        <source>closed on these days</source>
        <translation>cerrada en estos días</translation>
    </message>
    <message>
        <source>not urgent yet</source>
        <translation>todavía no es urgente</translation>
    </message>
    <message>
        <source>the drive costs more than the visit brings</source>
        <translation>el viaje cuesta más de lo que aporta la visita</translation>
    </message>
    <message>
        <source>no time: others bring more</source>
        <translation>sin tiempo: otras aportan más</translation>
    </message>
    <message>
        <source>not weighed: too many others bring more</source>
        <translation>sin valorar: demasiadas otras aportan más</translation>
    </message>
    <message>
        <source>has an appointment this week</source>
        <translation>tiene una cita esta semana</translation>
    </message>
    <message>
        <source>Solved with PyVRP.</source>
        <translation>Resuelto con PyVRP.</translation>
    </message>
    <message>
        <source>Solved in the simple way: PyVRP is not there on this computer.</source>
        <translation>Resuelto de la manera sencilla: PyVRP no está en esta computadora.</translation>
    </message>
    <message>
        <source>{name}, week of {day}</source>
        <translation>{name}, semana del {day}</translation>
    </message>
    <message>
        <source>Proposal for the week</source>
        <translation>Propuesta para la semana</translation>
    </message>
    <message>
        <source>Which week</source>
        <translation>Qué semana</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Solve again</source>
        <translation>Resolver de nuevo</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Plan my week: {week}</source>
        <translation>Planificar mi semana: {week}</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share} %</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Soltar</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fijada</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Fuera del plan</translation>
    </message>
    <message>
        <source>And {count} more, which bring less</source>
        <translation>Y {count} más, que aportan menos</translation>
    </message>
    <message>
        <source>{minutes} min drive</source>
        <translation>{minutes} min de viaje</translation>
    </message>
    <message>
        <source>dropped by you</source>
        <translation>quitada por usted</translation>
    </message>
    <message>
        <source>wanted: solve again to see when</source>
        <translation>deseada: resuelva de nuevo para ver cuándo</translation>
    </message>
    <message>
        <source>1 visit proposed</source>
        <translation>1 visita propuesta</translation>
    </message>
    <message>
        <source>{count} visits proposed</source>
        <translation>{count} visitas propuestas</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min driving</source>
        <translation>{hours} h {minutes} min al volante</translation>
    </message>
    <message>
        <source>{minutes} min driving</source>
        <translation>{minutes} min al volante</translation>
    </message>
    <message>
        <source>No visit is proposed: the reasons stand below.</source>
        <translation>No se propone ninguna visita: las razones están abajo.</translation>
    </message>
    <message>
        <source>Changed by hand. Solve again fits the others around it.</source>
        <translation>Cambiada a mano. Al resolver de nuevo, las demás se ajustan alrededor.</translation>
    </message>
    <message>
        <source>Stopped before the search was done: the best plan up to then.</source>
        <translation>Parado antes de terminar la búsqueda: el mejor plan hasta entonces.</translation>
    </message>
    <message>
        <source>Looking for a better plan</source>
        <translation>Buscando un plan mejor</translation>
    </message>
    <message>
        <source>closed at that time</source>
        <translation>cerrada a esa hora</translation>
    </message>
    <message>
        <source>Instead of {source}, {when}</source>
        <translation>En lugar de {source}, {when}</translation>
    </message>
    <message>
        <source>Find a source</source>
        <translation>Buscar una fuente</translation>
    </message>
    <message>
        <source>Sources that could be seen instead</source>
        <translation>Fuentes que se podrían ver en su lugar</translation>
    </message>
    <message>
        <source>Nobody else could be seen this week.</source>
        <translation>No se podría ver a nadie más esta semana.</translation>
    </message>
    <message>
        <source>See this one instead</source>
        <translation>Ver esta en su lugar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>capacity</name>
    <message>
        <source>it has never sent</source>
        <translation>nunca ha enviado</translation>
    </message>
    <message>
        <source>none in 12 months</source>
        <translation>ninguno en 12 meses</translation>
    </message>
    <message>
        <source>1 in 12 months</source>
        <translation>1 en 12 meses</translation>
    </message>
    <message>
        <source>{count} in 12 months</source>
        <translation>{count} en 12 meses</translation>
    </message>
    <message>
        <source>no referral expected; {past}</source>
        <translation>no se espera ningún referido; {past}</translation>
    </message>
    <message>
        <source>about one referral in {count} visits; {past}</source>
        <translation>cerca de un referido por cada {count} visitas; {past}</translation>
    </message>
    <message>
        <source>about one referral a visit or more; {past}</source>
        <translation>cerca de un referido por visita o más; {past}</translation>
    </message>
    <message>
        <source>Nobody has sources yet.</source>
        <translation>Todavía nadie tiene fuentes.</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>Mostrar las {count}</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>The rhythm asks for {asks} visits a week and about {fits} fit: {over} more than fit.</source>
        <translation>El ritmo pide {asks} visitas por semana y caben unas {fits}: {over} más de las que caben.</translation>
    </message>
    <message>
        <source>The rhythm asks for {asks} visits a week and about {fits} fit: room for {room} more.</source>
        <translation>El ritmo pide {asks} visitas por semana y caben unas {fits}: hay sitio para {room} más.</translation>
    </message>
    <message>
        <source>The rhythm asks for {asks} visits a week and as many fit.</source>
        <translation>El ritmo pide {asks} visitas por semana y caben otras tantas.</translation>
    </message>
    <message>
        <source>from {before} to {after} days: {why}</source>
        <translation>de {before} a {after} días: {why}</translation>
    </message>
    <message>
        <source>{name} is seen every {days} days now.</source>
        <translation>{name} se visita ahora cada {days} días.</translation>
    </message>
    <message>
        <source>{count} cadences changed.</source>
        <translation>{count} cadencias cambiadas.</translation>
    </message>
    <message>
        <source>Stretch it</source>
        <translation>Espaciarla</translation>
    </message>
    <message>
        <source>See it more often</source>
        <translation>Visitarla más</translation>
    </message>
    <message>
        <source>Stretch these {count}</source>
        <translation>Espaciar estas {count}</translation>
    </message>
    <message>
        <source>See {count} more often</source>
        <translation>Visitar {count} más a menudo</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Espaciar</translation>
    </message>
    <message>
        <source>More often</source>
        <translation>Más a menudo</translation>
    </message>
    <message>
        <source>{hours} hours a week for visits</source>
        <translation>{hours} horas por semana para visitas</translation>
    </message>
    <message>
        <source>{hours} hours a week for visits, as the rules say</source>
        <translation>{hours} horas por semana para visitas, como dicen las reglas</translation>
    </message>
    <message>
        <source>{minutes} minutes a visit with its drive, the mean of {count} in 90 days</source>
        <translation>{minutes} minutos por visita con su viaje, la media de {count} en 90 días</translation>
    </message>
    <message>
        <source>{minutes} minutes a visit with its drive, as the rules say: too few to tell</source>
        <translation>{minutes} minutos por visita con su viaje, como dicen las reglas: muy pocas para saberlo</translation>
    </message>
    <message>
        <source>{hours}; {minutes}.</source>
        <translation>{hours}; {minutes}.</translation>
    </message>
    <message>
        <source>1 source has no owner: nobody&apos;s week holds its visits.</source>
        <translation>1 fuente no tiene responsable: sus visitas no están en la semana de nadie.</translation>
    </message>
    <message>
        <source>{count} sources have no owner: nobody&apos;s week holds their visits.</source>
        <translation>{count} fuentes no tienen responsable: sus visitas no están en la semana de nadie.</translation>
    </message>
    <message>
        <source>Stretch {name} from {before} to {after} days.</source>
        <translation>Espacie {name} de {before} a {after} días.</translation>
    </message>
    <message>
        <source>Stretch these {count} from {before} to {after} days, least worth first.</source>
        <translation>Espacie estas {count} de {before} a {after} días, primero las de menos valor.</translation>
    </message>
    <message>
        <source>Stretch these {count}, least worth first.</source>
        <translation>Espacie estas {count}, primero las de menos valor.</translation>
    </message>
    <message>
        <source>{count} more than fit even then: take on fewer prospects, or hand sources over.</source>
        <translation>Aun así son {count} más de las que caben: tome menos potenciales o ceda fuentes.</translation>
    </message>
    <message>
        <source>You could {way}.</source>
        <translation>Podría {way}.</translation>
    </message>
    <message>
        <source>You could {way} or {other}.</source>
        <translation>Podría {way} o {other}.</translation>
    </message>
    <message>
        <source>take on 1 more prospect a month</source>
        <translation>tomar 1 potencial más al mes</translation>
    </message>
    <message>
        <source>take on {count} more prospects a month</source>
        <translation>tomar {count} potenciales más al mes</translation>
    </message>
    <message>
        <source>see {name}, an A source, every {days} days</source>
        <translation>visitar {name}, una fuente A, cada {days} días</translation>
    </message>
    <message>
        <source>see these {count} A sources every {days} days</source>
        <translation>visitar estas {count} fuentes A cada {days} días</translation>
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
        <source>number a month</source>
        <translation>número al mes</translation>
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
        <source>1 other</source>
        <translation>1 más</translation>
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
        <source>Conversion</source>
        <translation>Conversión</translation>
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
        <source>{admitted} of {decided} decided; {open} still open</source>
        <translation>{admitted} de {decided} decididos; {open} todavía abiertos</translation>
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
        <source>Open</source>
        <translation>Abrir</translation>
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
        <source>n = 0 gaps between visits</source>
        <translation>n = 0 intervalos entre visitas</translation>
    </message>
    <message>
        <source>{kept} of {gaps} gaps between visits</source>
        <translation>{kept} de {gaps} intervalos entre visitas</translation>
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
        <source>This period is still to come.</source>
        <translation>Este período aún no ha llegado.</translation>
    </message>
    <message>
        <source>Too few in each month for a percentage; the table has the numbers.</source>
        <translation>Muy pocos en cada mes para un porcentaje; la tabla tiene los números.</translation>
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
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Mostrar como tabla</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>¿Qué es esto?</translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation>Guardar como imagen</translation>
    </message>
    <message>
        <source>Save as a drawing</source>
        <translation>Guardar como dibujo</translation>
    </message>
    <message>
        <source>Save as a page</source>
        <translation>Guardar como página</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>Guardar los números</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Show as chart</source>
        <translation>Mostrar como gráfico</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Guardado como {name}</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Enviado a la impresora</translation>
    </message>
    <message>
        <source>The printer did not take it. See whether it is there and switched on.</source>
        <translation>La impresora no lo aceptó. Compruebe que está ahí y encendida.</translation>
    </message>
    <message>
        <source>The chart could not be drawn. It can be shown as a table.</source>
        <translation>No se pudo dibujar el gráfico. Se puede mostrar como tabla.</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Dibujando…</translation>
    </message>
    <message>
        <source>within 48 hours</source>
        <translation>en 48 horas</translation>
    </message>
    <message>
        <source>later</source>
        <translation>más tarde</translation>
    </message>
    <message>
        <source>How soon care started</source>
        <translation>Cuánto tardó en iniciarse la atención</translation>
    </message>
    <message>
        <source>starts of care</source>
        <translation>inicios de la atención</translation>
    </message>
    <message>
        <source>after the referral</source>
        <translation>después del referido</translation>
    </message>
    <message>
        <source>After the referral</source>
        <translation>Después del referido</translation>
    </message>
    <message>
        <source>Starts of care</source>
        <translation>Inicios de la atención</translation>
    </message>
    <message>
        <source>{first} to {last} hours</source>
        <translation>de {first} a {last} horas</translation>
    </message>
    <message>
        <source>within {hours} hours</source>
        <translation>en {hours} horas</translation>
    </message>
    <message>
        <source>later than {hours} hours</source>
        <translation>después de {hours} horas</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacidad</translation>
    </message>
    <message>
        <source>{count} visits due</source>
        <translation>{count} visitas pendientes</translation>
    </message>
    <message>
        <source>next 12 weeks</source>
        <translation>próximas 12 semanas</translation>
    </message>
    <message>
        <source>visits a week</source>
        <translation>visitas por semana</translation>
    </message>
    <message>
        <source>week from Monday</source>
        <translation>semana desde el lunes</translation>
    </message>
    <message>
        <source>visits due</source>
        <translation>pendientes</translation>
    </message>
    <message>
        <source>that fit</source>
        <translation>que caben</translation>
    </message>
    <message>
        <source>Week of</source>
        <translation>Semana del</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>Días hábiles</translation>
    </message>
    <message>
        <source>Visits due</source>
        <translation>Pendientes</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Caben</translation>
    </message>
    <message>
        <source>Rhythm asks for</source>
        <translation>El ritmo pide</translation>
    </message>
    <message>
        <source>Too many</source>
        <translation>De más</translation>
    </message>
    <message>
        <source>Room for</source>
        <translation>Sitio para</translation>
    </message>
    <message>
        <source>Week of {day}: {due} due, {fits} fit (1 working day)</source>
        <translation>Semana del {day}: {due} pendientes, caben {fits} (1 día hábil)</translation>
    </message>
    <message>
        <source>Week of {day}: {due} due, {fits} fit ({days} working days)</source>
        <translation>Semana del {day}: {due} pendientes, caben {fits} ({days} días hábiles)</translation>
    </message>
    <message>
        <source>next 12 months</source>
        <translation>próximos 12 meses</translation>
    </message>
    <message>
        <source>end of the month; the first is today</source>
        <translation>fin de mes; el primero es hoy</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>Active, present pace</source>
        <translation>Activas, ritmo actual</translation>
    </message>
    <message>
        <source>Active, changed pace</source>
        <translation>Activas, ritmo cambiado</translation>
    </message>
    <message>
        <source>Visits a week, present pace</source>
        <translation>Visitas por semana, ritmo actual</translation>
    </message>
    <message>
        <source>Visits a week, changed pace</source>
        <translation>Visitas por semana, ritmo cambiado</translation>
    </message>
    <message>
        <source>Visits a week that fit</source>
        <translation>Visitas por semana que caben</translation>
    </message>
    <message>
        <source>Active sources</source>
        <translation>Fuentes activas</translation>
    </message>
    <message>
        <source>Visits a week</source>
        <translation>Visitas por semana</translation>
    </message>
    <message>
        <source>number of active sources</source>
        <translation>número de fuentes activas</translation>
    </message>
    <message>
        <source>visits that the rhythm asks for, a week</source>
        <translation>visitas por semana que pide el ritmo</translation>
    </message>
    <message>
        <source>{count} now</source>
        <translation>{count} ahora</translation>
    </message>
    <message>
        <source>{count} unchanged</source>
        <translation>{count} sin cambios</translation>
    </message>
    <message>
        <source>{count} fit</source>
        <translation>caben {count}</translation>
    </message>
    <message>
        <source>changed pace</source>
        <translation>ritmo cambiado</translation>
    </message>
    <message>
        <source>present pace</source>
        <translation>ritmo actual</translation>
    </message>
    <message>
        <source>what fits</source>
        <translation>lo que cabe</translation>
    </message>
    <message>
        <source>{first} now, {last} in 12 months</source>
        <translation>{first} ahora, {last} en 12 meses</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>{month}: {present} at the present pace</source>
        <translation>{month}: {present} al ritmo actual</translation>
    </message>
    <message>
        <source>{month}: {changed} at the changed pace, {present} at the present one</source>
        <translation>{month}: {changed} al ritmo cambiado, {present} al actual</translation>
    </message>
    <message>
        <source>; {count} fit</source>
        <translation>; caben {count}</translation>
    </message>
    <message>
        <source>shown: {parts}</source>
        <translation>se muestra: {parts}</translation>
    </message>
    <message>
        <source>Hide this part</source>
        <translation>Ocultar esta parte</translation>
    </message>
    <message>
        <source>Show this part</source>
        <translation>Mostrar esta parte</translation>
    </message>
    <message>
        <source>Referrals by week</source>
        <translation>Referidos por semana</translation>
    </message>
    <message>
        <source>referrals a week</source>
        <translation>referidos por semana</translation>
    </message>
    <message>
        <source>Visits by week</source>
        <translation>Visitas por semana</translation>
    </message>
    <message>
        <source>Week of {day}: {count}</source>
        <translation>Semana del {day}: {count}</translation>
    </message>
    <message>
        <source>the week shown</source>
        <translation>la semana mostrada</translation>
    </message>
    <message>
        <source>the weeks before</source>
        <translation>las semanas anteriores</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>Se cuenta en</translation>
    </message>
    <message>
        <source>Belongs to a period by</source>
        <translation>Pertenece a un período según</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>De dónde viene</translation>
    </message>
    <message>
        <source>What it does not say</source>
        <translation>Lo que no dice</translation>
    </message>
    <message>
        <source>A referral is credited in even parts to the completed visits to that source by its owner in the days before it (90, unless Settings &gt; Rules says otherwise). This is a convention, not proof of what caused the referral.</source>
        <translation>Un referido se acredita en partes iguales a las visitas realizadas a esa fuente por su responsable en los días anteriores (90, salvo que Ajustes &gt; Reglas diga otra cosa). Es una convención, no una prueba de qué causó el referido.</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>Atribución</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un número</translation>
    </message>
    <message>
        <source>end of the month</source>
        <translation>fin del mes</translation>
    </message>
    <message>
        <source>end of the week, and today</source>
        <translation>fin de la semana, y hoy</translation>
    </message>
    <message>
        <source>per cent</source>
        <translation>por ciento</translation>
    </message>
    <message>
        <source>{number} h</source>
        <translation>{number} h</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} min</translation>
    </message>
    <message>
        <source>{number} mi</source>
        <translation>{number} mi</translation>
    </message>
    <message>
        <source>too few ({count})</source>
        <translation>muy pocos ({count})</translation>
    </message>
    <message>
        <source>nothing to hold it against</source>
        <translation>nada con qué compararlo</translation>
    </message>
    <message>
        <source>no cases</source>
        <translation>sin casos</translation>
    </message>
    <message>
        <source>fewer than {fewest} cases</source>
        <translation>menos de {fewest} casos</translation>
    </message>
    <message>
        <source>{part} of {cases}</source>
        <translation>{part} de {cases}</translation>
    </message>
    <message>
        <source>count</source>
        <translation>cantidad</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>miles</source>
        <translation>millas</translation>
    </message>
    <message>
        <source>since the period began</source>
        <translation>desde el comienzo del período</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>hasta ahora</translation>
    </message>
    <message>
        <source>pace</source>
        <translation>ritmo</translation>
    </message>
    <message>
        <source>target</source>
        <translation>meta</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>pronóstico</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>mínimo</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>máximo</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>{day}: about {value}, from {low} to {high}</source>
        <translation>{day}: cerca de {value}, de {low} a {high}</translation>
    </message>
    <message>
        <source>{day}: the pace is {pace}</source>
        <translation>{day}: el ritmo pide {pace}</translation>
    </message>
    <message>
        <source>{day}: nothing to measure yet, the pace is {pace}</source>
        <translation>{day}: aún nada que medir, el ritmo pide {pace}</translation>
    </message>
    <message>
        <source>{day}: {value}, the pace is {pace}</source>
        <translation>{day}: {value}, el ritmo pide {pace}</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Ritmo</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Pronóstico</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Mínimo</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Máximo</translation>
    </message>
    <message>
        <source>visits</source>
        <translation>visitas</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>tasa</translation>
    </message>
    <message>
        <source>{change} points</source>
        <translation>{change} puntos</translation>
    </message>
    <message>
        <source>{change} ({percent} %)</source>
        <translation>{change} ({percent} %)</translation>
    </message>
    <message>
        <source>so many for each</source>
        <translation>tantos por cada uno</translation>
    </message>
    <message>
        <source>dollars</source>
        <translation>dólares</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>más es mejor</translation>
    </message>
    <message>
        <source>less is better</source>
        <translation>menos es mejor</translation>
    </message>
    <message>
        <source>neither more nor less is better by itself</source>
        <translation>ni más ni menos es mejor por sí mismo</translation>
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
        <source>That referral came from another source.</source>
        <translation>Ese referido vino de otra fuente.</translation>
    </message>
    <message>
        <source>Say by when.</source>
        <translation>Indique para cuándo.</translation>
    </message>
    <message>
        <source>There is no such commitment any more.</source>
        <translation>Ese compromiso ya no existe.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>atrasada</translation>
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
        <source>Nothing is promised here.</source>
        <translation>Aquí no hay nada prometido.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Add commitment</source>
        <translation>Agregar compromiso</translation>
    </message>
    <message>
        <source>Move the day</source>
        <translation>Cambiar el día</translation>
    </message>
    <message>
        <source>Mark broken</source>
        <translation>Marcar incumplido</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Mark kept</source>
        <translation>Marcar cumplido</translation>
    </message>
    <message>
        <source>Why: {why}</source>
        <translation>Por qué: {why}</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Abrir de nuevo</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Cumplido</translation>
    </message>
    <message>
        <source>Kept: {text}</source>
        <translation>Cumplido: {text}</translation>
    </message>
    <message>
        <source>Broken…</source>
        <translation>Incumplido…</translation>
    </message>
    <message>
        <source>Move the day…</source>
        <translation>Cambiar el día…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Retirar…</translation>
    </message>
    <message>
        <source>Commitment kept</source>
        <translation>Compromiso cumplido</translation>
    </message>
    <message>
        <source>Commitment is open again</source>
        <translation>El compromiso está abierto de nuevo</translation>
    </message>
    <message>
        <source>Commitment archived</source>
        <translation>Compromiso archivado</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} abiertos</translation>
    </message>
    <message>
        <source>{count} of them overdue</source>
        <translation>{count} de ellos vencidos</translation>
    </message>
    <message>
        <source>{count} kept</source>
        <translation>{count} cumplidos</translation>
    </message>
    <message>
        <source>{count} broken</source>
        <translation>{count} incumplidos</translation>
    </message>
    <message>
        <source>{count} withdrawn</source>
        <translation>{count} retirados</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Commitment saved</source>
        <translation>Compromiso guardado</translation>
    </message>
    <message>
        <source>Commitment written down</source>
        <translation>Compromiso anotado</translation>
    </message>
    <message>
        <source>What is promised</source>
        <translation>Qué se promete</translation>
    </message>
    <message>
        <source>By which day</source>
        <translation>Para qué día</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>A quién</translation>
    </message>
    <message>
        <source>Who sees to it</source>
        <translation>Quién se encarga</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>Qué día</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>By which day instead</source>
        <translation>Para qué otro día</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>nadie en particular</translation>
    </message>
    <message>
        <source>Say by which day, such as Friday or 12/4.</source>
        <translation>Indique para qué día, como viernes o 12/4.</translation>
    </message>
    <message>
        <source>over 1 day</source>
        <translation>1 día de atraso</translation>
    </message>
    <message>
        <source>over {days} days</source>
        <translation>{days} días de atraso</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>vence hoy</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>para el {day}</translation>
    </message>
    <message>
        <source>to {person}</source>
        <translation>a {person}</translation>
    </message>
    <message>
        <source>promised {day}</source>
        <translation>prometido el {day}</translation>
    </message>
    <message>
        <source>referral of {day}</source>
        <translation>referido del {day}</translation>
    </message>
    <message>
        <source>kept {day}</source>
        <translation>cumplido el {day}</translation>
    </message>
    <message>
        <source>broken {day}</source>
        <translation>incumplido el {day}</translation>
    </message>
    <message>
        <source>withdrawn {day}</source>
        <translation>retirado el {day}</translation>
    </message>
    <message>
        <source>Promised: {text} (by {day}; {state})</source>
        <translation>Prometido: {text} (para el {day}; {state})</translation>
    </message>
    <message>
        <source>What the source was promised about this referral</source>
        <translation>Lo que se prometió a la fuente sobre este referido</translation>
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
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} días</translation>
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
        <translation>{name} no es lo que el reloj marca entonces: es {right}.</translation>
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
        <source>Calendar (*.ics)</source>
        <translation>Calendario (*.ics)</translation>
    </message>
    <message>
        <source>Export a calendar file</source>
        <translation>Exportar un archivo de calendario</translation>
    </message>
    <message>
        <source>everybody&apos;s</source>
        <translation>de todos</translation>
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
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>One way: from here to another calendar, with source, kind, place and time, and nobody&apos;s name. What you move there moves here when you import that calendar&apos;s file.</source>
        <translation>En un solo sentido: de aquí a otro calendario, con fuente, tipo, lugar y hora, y el nombre de nadie. Lo que mueva allá se mueve aquí cuando importe el archivo de ese calendario.</translation>
    </message>
    <message>
        <source>Whose visits</source>
        <translation>Visitas de quién</translation>
    </message>
    <message>
        <source>&amp;Export 1 visit</source>
        <translation>&amp;Exportar 1 visita</translation>
    </message>
    <message>
        <source>&amp;Export {count:,} visits</source>
        <translation>&amp;Exportar {count:,} visitas</translation>
    </message>
    <message>
        <source>No visits to export</source>
        <translation>No hay visitas que exportar</translation>
    </message>
    <message>
        <source>visits {day}.ics</source>
        <translation>visitas {day}.ics</translation>
    </message>
    <message>
        <source>1 visit exported to {name}.</source>
        <translation>1 visita exportada a {name}.</translation>
    </message>
    <message>
        <source>{count:,} visits exported to {name}.</source>
        <translation>{count:,} visitas exportadas a {name}.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
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
        <source>Approaches</source>
        <translation>Enfoques</translation>
    </message>
    <message>
        <source>{count:,} approach</source>
        <translation>{count:,} enfoque</translation>
    </message>
    <message>
        <source>{count:,} approaches</source>
        <translation>{count:,} enfoques</translation>
    </message>
    <message>
        <source>approaches</source>
        <translation>enfoques</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>Lo aprendido</translation>
    </message>
    <message>
        <source>{count:,} note</source>
        <translation>{count:,} nota</translation>
    </message>
    <message>
        <source>{count:,} notes</source>
        <translation>{count:,} notas</translation>
    </message>
    <message>
        <source>what was learned</source>
        <translation>lo aprendido</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Objetivos</translation>
    </message>
    <message>
        <source>{count:,} goal</source>
        <translation>{count:,} objetivo</translation>
    </message>
    <message>
        <source>{count:,} goals</source>
        <translation>{count:,} objetivos</translation>
    </message>
    <message>
        <source>goals</source>
        <translation>objetivos</translation>
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
        <source>Capacity of disciplines</source>
        <translation>Capacidad de las disciplinas</translation>
    </message>
    <message>
        <source>{count:,} word on capacity</source>
        <translation>{count:,} aviso de capacidad</translation>
    </message>
    <message>
        <source>{count:,} words on capacity</source>
        <translation>{count:,} avisos de capacidad</translation>
    </message>
    <message>
        <source>words on capacity</source>
        <translation>avisos de capacidad</translation>
    </message>
    <message>
        <source>Service lines</source>
        <translation>Líneas de servicio</translation>
    </message>
    <message>
        <source>{count:,} service line</source>
        <translation>{count:,} línea de servicio</translation>
    </message>
    <message>
        <source>{count:,} service lines</source>
        <translation>{count:,} líneas de servicio</translation>
    </message>
    <message>
        <source>service lines</source>
        <translation>líneas de servicio</translation>
    </message>
    <message>
        <source>Yearly reviews</source>
        <translation>Revisiones anuales</translation>
    </message>
    <message>
        <source>{count:,} review</source>
        <translation>{count:,} revisión</translation>
    </message>
    <message>
        <source>{count:,} reviews</source>
        <translation>{count:,} revisiones</translation>
    </message>
    <message>
        <source>reviews</source>
        <translation>revisiones</translation>
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
        <source>Choose a calendar file</source>
        <translation>Elegir un archivo de calendario</translation>
    </message>
    <message>
        <source>Calendars (*.ics *.ical *.ifb *.vcs);;All files (*)</source>
        <translation>Calendarios (*.ics *.ical *.ifb *.vcs);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Import a calendar file</source>
        <translation>Importar un archivo de calendario</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Leyendo {name}</translation>
    </message>
    <message>
        <source>One way: from the file into planned visits here. An event that was imported before moves its visit; what you have logged stays as it is.</source>
        <translation>En un solo sentido: del archivo a visitas planificadas aquí. Un evento ya importado mueve su visita; lo que usted registró queda como está.</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>&amp;Elegir un archivo…</translation>
    </message>
    <message>
        <source>to be planned</source>
        <translation>por planificar</translation>
    </message>
    <message>
        <source>to be moved or cancelled</source>
        <translation>por mover o cancelar</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>como están</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>omitidos</translation>
    </message>
    <message>
        <source>Nothing is left out.</source>
        <translation>No se omite nada.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importar</translation>
    </message>
    <message>
        <source>Looking for the visits</source>
        <translation>Buscando las visitas</translation>
    </message>
    <message>
        <source>Looking at a calendar file</source>
        <translation>Revisando un archivo de calendario</translation>
    </message>
    <message>
        <source>Import of a calendar file</source>
        <translation>Importación de un archivo de calendario</translation>
    </message>
    <message>
        <source>{new:,} visits planned, {changed:,} moved or cancelled</source>
        <translation>{new:,} visitas planificadas, {changed:,} movidas o canceladas</translation>
    </message>
    <message>
        <source>An .ics file</source>
        <translation>Un archivo .ics</translation>
    </message>
    <message>
        <source>&amp;Import 1 event</source>
        <translation>&amp;Importar 1 evento</translation>
    </message>
    <message>
        <source>&amp;Import {count:,} events</source>
        <translation>&amp;Importar {count:,} eventos</translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>Nada que importar</translation>
    </message>
    <message>
        <source>to be changed</source>
        <translation>por cambiar</translation>
    </message>
    <message>
        <source>An event without a title</source>
        <translation>Un evento sin título</translation>
    </message>
    <message>
        <source>line {line:,}</source>
        <translation>línea {line:,}</translation>
    </message>
    <message>
        <source>Which source {title} means</source>
        <translation>Qué fuente es {title}</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>omitirlo</translation>
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
        <source>updated</source>
        <translation>modificadas</translation>
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
        <source>{name} should end in .xlsx or .zip: that says what to write.</source>
        <translation>{name} debe terminar en .xlsx o .zip: eso dice qué escribir.</translation>
    </message>
    <message>
        <source>Writing {kind}</source>
        <translation>Escribiendo {kind}</translation>
    </message>
    <message>
        <source>The list counts {total:,} rows, but {written:,} were written. Try again.</source>
        <translation>La lista cuenta {total:,} filas, pero se escribieron {written:,}. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>a PDF document. Export the table itself as CSV or XLSX</source>
        <translation>un documento PDF. Exporte la tabla misma como CSV o XLSX</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>una imagen</translation>
    </message>
    <message>
        <source>a text document (RTF). Save the table as CSV or XLSX</source>
        <translation>un documento de texto (RTF). Guarde la tabla como CSV o XLSX</translation>
    </message>
    <message>
        <source>a compressed file. Unpack it first</source>
        <translation>un archivo comprimido. Descomprímalo primero</translation>
    </message>
    <message>
        <source>a database. Export the table as CSV or XLSX</source>
        <translation>una base de datos. Exporte la tabla como CSV o XLSX</translation>
    </message>
    <message>
        <source>a vCard file. Bring its people in from the People in Sources</source>
        <translation>un archivo vCard. Traiga a sus personas desde Personas, en Fuentes</translation>
    </message>
    <message>
        <source>a calendar file. It has an import of its own</source>
        <translation>un archivo de calendario. Tiene su propia importación</translation>
    </message>
    <message>
        <source>There is no encoding called {encoding}. Try utf-8 or cp1252.</source>
        <translation>No existe la codificación {encoding}. Pruebe utf-8 o cp1252.</translation>
    </message>
    <message>
        <source>{name} has no lines; it does not look like a table.</source>
        <translation>{name} no tiene líneas; no parece una tabla.</translation>
    </message>
    <message>
        <source>The file is not UTF-8; it was read as Windows-1252. Look at names with accents.</source>
        <translation>El archivo no es UTF-8; se leyó como Windows-1252. Revise los nombres con acentos.</translation>
    </message>
    <message>
        <source>{replaced} characters could not be read and are shown as �.</source>
        <translation>{replaced} caracteres no se pudieron leer y se muestran como �.</translation>
    </message>
    <message>
        <source>{nuls} NUL characters were left out.</source>
        <translation>Se omitieron {nuls} caracteres NUL.</translation>
    </message>
    <message>
        <source>{name} is not a table but {words}.</source>
        <translation>{name} no es una tabla, sino {words}.</translation>
    </message>
    <message>
        <source>{name} is a web page or XML, whatever its name says. Open it in a spreadsheet program and save it as XLSX or CSV.</source>
        <translation>{name} es una página web o XML, diga lo que diga su nombre. Ábralo en una hoja de cálculo y guárdelo como XLSX o CSV.</translation>
    </message>
    <message>
        <source>{name} does not look like a table. Choose a CSV or XLSX file.</source>
        <translation>{name} no parece una tabla. Elija un archivo CSV o XLSX.</translation>
    </message>
</context>
<context>
    <name>exports</name>
    <message>
        <source>Only referrals can be limited to some referrals.</source>
        <translation>Solo los referidos se pueden limitar a algunos referidos.</translation>
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
    <name>forecast</name>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Forecast of</source>
        <translation>Previsión de</translation>
    </message>
    <message>
        <source>New prospects</source>
        <translation>Potenciales nuevas</translation>
    </message>
    <message>
        <source>Become active</source>
        <translation>Llegan a activas</translation>
    </message>
    <message>
        <source>Active sources seen</source>
        <translation>Activas, visitadas</translation>
    </message>
    <message>
        <source>Present pace</source>
        <translation>Ritmo actual</translation>
    </message>
    <message>
        <source>Back to the present pace</source>
        <translation>Volver al ritmo actual</translation>
    </message>
    <message>
        <source>{count} a month</source>
        <translation>{count} al mes</translation>
    </message>
    <message>
        <source>every {count} days</source>
        <translation>cada {count} días</translation>
    </message>
    <message>
        <source>At {found} a month: {sources} active in 12 months; {visits} visits a week then, {over} more than fit.</source>
        <translation>Con {found} al mes: {sources} activas en 12 meses; entonces {visits} visitas por semana, {over} más de las que caben.</translation>
    </message>
    <message>
        <source>At {found} a month: {sources} active in 12 months; {visits} visits a week then, as many as fit.</source>
        <translation>Con {found} al mes: {sources} activas en 12 meses; entonces {visits} visitas por semana, tantas como caben.</translation>
    </message>
    <message>
        <source>At {found} a month: {sources} active in 12 months; {visits} visits a week then, room for {room} more.</source>
        <translation>Con {found} al mes: {sources} activas en 12 meses; entonces {visits} visitas por semana, con sitio para {room} más.</translation>
    </message>
    <message>
        <source>Too few months to tell how many are found: {count} a month, as the rules say, is a guess.</source>
        <translation>Hay muy pocos meses para saber cuántas se encuentran: {count} al mes, como dicen las reglas, es una estimación.</translation>
    </message>
    <message>
        <source>Present pace: {count} new prospects a month, as in the last {months} whole months.</source>
        <translation>Ritmo actual: {count} potenciales nuevas al mes, como en los últimos {months} meses completos.</translation>
    </message>
    <message>
        <source>Too few were decided about to tell how many become active: {share} is a guess.</source>
        <translation>Se decidió sobre muy pocas para saber cuántas llegan a activas: {share} es una estimación.</translation>
    </message>
    <message>
        <source>Of {decided} decided about in 12 months {became} became active ({share}).</source>
        <translation>De {decided} decididas en 12 meses, {became} llegaron a activas ({share}).</translation>
    </message>
    <message>
        <source>They are taken to need {months} months, as the rules have it.</source>
        <translation>Se supone que necesitan {months} meses, según las reglas.</translation>
    </message>
    <message>
        <source>It took them {months} months and {visits} visits.</source>
        <translation>Necesitaron {months} meses y {visits} visitas.</translation>
    </message>
    <message>
        <source>Too few to tell how many are lost: {percent} % a month is a guess.</source>
        <translation>Muy pocas para saber cuántas se pierden: {percent} % al mes es una estimación.</translation>
    </message>
    <message>
        <source>One active source was lost in 12 months, {percent} % a month.</source>
        <translation>Se perdió una fuente activa en 12 meses, {percent} % al mes.</translation>
    </message>
    <message>
        <source>{count} active sources were lost in 12 months, {percent} % a month.</source>
        <translation>Se perdieron {count} fuentes activas en 12 meses, {percent} % al mes.</translation>
    </message>
    <message>
        <source>Active sources are seen {cadence} on average, prospects {interval}</source>
        <translation>A las fuentes activas se las visita {cadence} en promedio, a las potenciales {interval}</translation>
    </message>
    <message>
        <source>they had {count} visits a month in the last 90 days</source>
        <translation>tuvieron {count} visitas al mes en los últimos 90 días</translation>
    </message>
    <message>
        <source>they had one visit a month in the last 90 days</source>
        <translation>tuvieron una visita al mes en los últimos 90 días</translation>
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
        <source>a picture</source>
        <translation>una imagen</translation>
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
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>a record</source>
        <translation>un registro</translation>
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
        <source>Text at {size} %</source>
        <translation>Texto al {size} %</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Capacity, payers and ZIP codes, in Settings</source>
        <translation>Capacidad, pagadores y códigos postales, en Ajustes</translation>
    </message>
    <message>
        <source>What we take</source>
        <translation>Qué recibimos</translation>
    </message>
    <message>
        <source>Something went wrong in the program. Nothing you saved is lost; a report was written to the log.</source>
        <translation>Algo salió mal en el programa. Nada de lo guardado se perdió; se escribió un informe en el registro.</translation>
    </message>
    <message>
        <source>Log visit</source>
        <translation>Registrar visita</translation>
    </message>
    <message>
        <source>New referral</source>
        <translation>Nuevo referido</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Deshacer el último cambio</translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation>Rehacer lo deshecho</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Import a list…</source>
        <translation>&amp;Importar una lista…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>A&amp;tajos</translation>
    </message>
    <message>
        <source>Open &amp;data folder</source>
        <translation>Abrir la carpeta de dat&amp;os</translation>
    </message>
    <message>
        <source>&amp;About hhcrm</source>
        <translation>Acerca de &amp;hhcrm</translation>
    </message>
    <message>
        <source>Recent &amp;changes…</source>
        <translation>Cambios r&amp;ecientes…</translation>
    </message>
    <message>
        <source>What was done lately, by whom</source>
        <translation>Qué se hizo últimamente y por quién</translation>
    </message>
    <message>
        <source>&amp;Archived…</source>
        <translation>&amp;Archivados…</translation>
    </message>
    <message>
        <source>What was put away, to bring it back</source>
        <translation>Lo que se apartó, para recuperarlo</translation>
    </message>
    <message>
        <source>&amp;Half-typed things…</source>
        <translation>Escritos a &amp;medias…</translation>
    </message>
    <message>
        <source>Import a calen&amp;dar file…</source>
        <translation>Importar un &amp;calendario…</translation>
    </message>
    <message>
        <source>Planned visits from an .ics file</source>
        <translation>Visitas planificadas de un archivo .ics</translation>
    </message>
    <message>
        <source>Export a calenda&amp;r file…</source>
        <translation>Exportar un ca&amp;lendario…</translation>
    </message>
    <message>
        <source>Visits as an .ics file, for other calendars</source>
        <translation>Visitas como archivo .ics, para otros calendarios</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>Redone: {label}</source>
        <translation>Rehecho: {label}</translation>
    </message>
    <message>
        <source>Undone: {label}</source>
        <translation>Deshecho: {label}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Recent changes</source>
        <translation>Cambios recientes</translation>
    </message>
    <message>
        <source>The language changes when the program is started the next time.</source>
        <translation>El idioma cambia la próxima vez que se inicie el programa.</translation>
    </message>
    <message>
        <source>The window&apos;s size could not be kept</source>
        <translation>No se pudo conservar el tamaño de la ventana</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Primer inicio</translation>
    </message>
    <message>
        <source>Welcome to hhcrm</source>
        <translation>Le damos la bienvenida a hhcrm</translation>
    </message>
    <message>
        <source>Everything stays on this computer. No account, no internet. How do you want to begin?</source>
        <translation>Todo queda en esta computadora. Sin cuenta, sin internet. ¿Cómo quiere empezar?</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Explorar</translation>
    </message>
    <message>
        <source>Set up my agency</source>
        <translation>Configurar mi agencia</translation>
    </message>
    <message>
        <source>Look around with a sample agency</source>
        <translation>Explorar con una agencia de ejemplo</translation>
    </message>
    <message>
        <source>Two years of believable visits and referrals at 200 made-up sources. Nothing in it is real, and it can be thrown away at any time.</source>
        <translation>Dos años de visitas y referidos creíbles de 200 fuentes inventadas. Nada es real y se puede descartar en cualquier momento.</translation>
    </message>
    <message>
        <source>Name and ZIP code, your people, and your own list of referral sources from a spreadsheet. Each step can be skipped and found again later.</source>
        <translation>Nombre y código ZIP, su gente y su propia lista de fuentes de referidos desde una hoja de cálculo. Cada paso se puede omitir y volver a encontrar después.</translation>
    </message>
    <message>
        <source>Save a form</source>
        <translation>Guardar un formulario</translation>
    </message>
    <message>
        <source>Filter the sources</source>
        <translation>Filtrar las fuentes</translation>
    </message>
    <message>
        <source>/ or {find}</source>
        <translation>/ o {find}</translation>
    </message>
    <message>
        <source>Today: log a visit to the source of a row</source>
        <translation>Hoy: registrar una visita a la fuente de una fila</translation>
    </message>
    <message>
        <source>Today: open the source of a row</source>
        <translation>Hoy: abrir la fuente de una fila</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>In tables: arrows move, Enter opens, Shift and arrows select, the copy keys copy rows.</source>
        <translation>En las tablas: las flechas mueven, Intro abre, Mayús y flechas seleccionan, las teclas de copiar copian filas.</translation>
    </message>
    <message>
        <source>About hhcrm</source>
        <translation>Acerca de hhcrm</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versión {version}</translation>
    </message>
    <message>
        <source>Referral relationships for home health, hospice and home care agencies, on the agency&apos;s own desktop.</source>
        <translation>Relaciones con fuentes de referidos para agencias de salud en el hogar, hospicio y cuidado en casa, en el propio escritorio de la agencia.</translation>
    </message>
    <message>
        <source>Your data:</source>
        <translation>Sus datos:</translation>
    </message>
    <message>
        <source>Icons: Lucide, ISC licence. Qt for Python: LGPL 3.</source>
        <translation>Iconos: Lucide, licencia ISC. Qt for Python: LGPL 3.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} en espera</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Agencia</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>Código ZIP</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>First and last name</source>
        <translation>Nombre y apellido</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>Paso {n} de {all}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próxima</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Your agency</source>
        <translation>Su agencia</translation>
    </message>
    <message>
        <source>The least that is needed. Everything can be changed later in Settings.</source>
        <translation>Lo mínimo que hace falta. Todo se puede cambiar después en Ajustes.</translation>
    </message>
    <message>
        <source>Of your office. It gives your time zone and your holidays.</source>
        <translation>El de su oficina. Da su zona horaria y sus días feriados.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Give the agency&apos;s name.</source>
        <translation>Indique el nombre de la agencia.</translation>
    </message>
    <message>
        <source>Type all five digits, such as 37203.</source>
        <translation>Escriba las cinco cifras, como 37203.</translation>
    </message>
    <message>
        <source>Name at least one person: yourself.</source>
        <translation>Nombre al menos a una persona: usted.</translation>
    </message>
    <message>
        <source>Who else</source>
        <translation>Quién más</translation>
    </message>
    <message>
        <source>Who works with the program beside you? Sources belong to people.</source>
        <translation>¿Quién trabaja con el programa además de usted? Las fuentes son de personas.</translation>
    </message>
    <message>
        <source>What you take and where</source>
        <translation>Qué aceptan y dónde</translation>
    </message>
    <message>
        <source>The check at intake goes by it. Single pairs and exceptions are set in Settings later.</source>
        <translation>La revisión de admisión se guía por esto. Los pares sueltos y las excepciones se fijan después en Ajustes.</translation>
    </message>
    <message>
        <source>Service lines</source>
        <translation>Líneas de servicio</translation>
    </message>
    <message>
        <source>Payers accepted for them</source>
        <translation>Pagadores aceptados para ellas</translation>
    </message>
    <message>
        <source>ZIP codes you serve</source>
        <translation>Códigos ZIP que atienden</translation>
    </message>
    <message>
        <source>Paste a list, parted by commas, spaces or lines</source>
        <translation>Pegue una lista, separada por comas, espacios o líneas</translation>
    </message>
    <message>
        <source>Your list</source>
        <translation>Su lista</translation>
    </message>
    <message>
        <source>Your referral sources from a spreadsheet, with any column names. You see what would come in before anything is written.</source>
        <translation>Sus fuentes de referidos desde una hoja de cálculo, con cualquier nombre de columna. Ve qué entraría antes de que se escriba nada.</translation>
    </message>
    <message>
        <source>Import a list right after this</source>
        <translation>Importar una lista justo después</translation>
    </message>
    <message>
        <source>It can be done at any time: File &gt; Import a list.</source>
        <translation>Se puede hacer en cualquier momento: Archivo &gt; Importar una lista.</translation>
    </message>
    <message>
        <source>Name of person {n}</source>
        <translation>Nombre de la persona {n}</translation>
    </message>
    <message>
        <source>Work of person {n}</source>
        <translation>Trabajo de la persona {n}</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Todos los cambios guardados</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardando</translation>
    </message>
    <message>
        <source>Waiting for the import</source>
        <translation>Esperando la importación</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Who sits at this desk</source>
        <translation>Quién trabaja en este puesto</translation>
    </message>
    <message>
        <source>Backups, and how to get back what was</source>
        <translation>Copias de seguridad y cómo recuperar lo que había</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>&amp;Deshacer: {what}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Redo: {what}</source>
        <translation>&amp;Rehacer: {what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>{act}: there is nothing of yours</source>
        <translation>{act}: no hay nada suyo</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Cerrar el mensaje</translation>
    </message>
</context>
<context>
    <name>goals</name>
    <message>
        <source>A target is a number from 0 to a million.</source>
        <translation>Una meta es un número de 0 a un millón.</translation>
    </message>
    <message>
        <source>A target in per cent lies from 0 to 100.</source>
        <translation>Una meta en porcentaje va de 0 a 100.</translation>
    </message>
    <message>
        <source>At least 0 is always reached. Say more than 0.</source>
        <translation>Al menos 0 se alcanza siempre. Indique más de 0.</translation>
    </message>
    <message>
        <source>Choose one goal at least.</source>
        <translation>Elija al menos un objetivo.</translation>
    </message>
    <message>
        <source>A goal is a person&apos;s or a team&apos;s, not both.</source>
        <translation>Un objetivo es de una persona o de un equipo, no de ambos.</translation>
    </message>
    <message>
        <source>This goal is set already for this period. Change that one.</source>
        <translation>Este objetivo ya está fijado para este período. Cambie ese.</translation>
    </message>
    <message>
        <source>Choose what is measured.</source>
        <translation>Elija qué se mide.</translation>
    </message>
    <message>
        <source>Say the target as a number.</source>
        <translation>Indique la meta como un número.</translation>
    </message>
    <message>
        <source>Choose the period.</source>
        <translation>Elija el período.</translation>
    </message>
    <message>
        <source>{number} h</source>
        <translation>{number} h</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} min</translation>
    </message>
    <message>
        <source>{number} mi</source>
        <translation>{number} mi</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Agencia</translation>
    </message>
    <message>
        <source>Q{number} {year}</source>
        <translation>T{number} {year}</translation>
    </message>
    <message>
        <source>at least {target}</source>
        <translation>al menos {target}</translation>
    </message>
    <message>
        <source>at most {target}</source>
        <translation>a lo sumo {target}</translation>
    </message>
    <message>
        <source>{actual} of {target}</source>
        <translation>{actual} de {target}</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>On target</source>
        <translation>En la meta</translation>
    </message>
    <message>
        <source>Off target</source>
        <translation>Fuera de la meta</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Sin empezar</translation>
    </message>
    <message>
        <source>Too few to tell</source>
        <translation>Muy pocos para saber</translation>
    </message>
    <message>
        <source>On pace</source>
        <translation>Al ritmo</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Por debajo</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Alcanzado</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>No alcanzado</translation>
    </message>
    <message>
        <source>begins {day}</source>
        <translation>empieza el {day}</translation>
    </message>
    <message>
        <source>too few to tell: n = {cases}</source>
        <translation>muy pocos para saber: n = {cases}</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>alcanzado</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>no alcanzado</translation>
    </message>
    <message>
        <source>over the target already</source>
        <translation>ya por encima de la meta</translation>
    </message>
    <message>
        <source>{far} over pace</source>
        <translation>{far} por encima del ritmo</translation>
    </message>
    <message>
        <source>{far} behind pace</source>
        <translation>{far} por debajo del ritmo</translation>
    </message>
    <message>
        <source>just behind pace</source>
        <translation>apenas por debajo del ritmo</translation>
    </message>
    <message>
        <source>on pace</source>
        <translation>al ritmo</translation>
    </message>
    <message>
        <source>{far} below pace</source>
        <translation>{far} menos que el ritmo</translation>
    </message>
    <message>
        <source>{far} ahead of pace</source>
        <translation>{far} por delante del ritmo</translation>
    </message>
    <message>
        <source>on target</source>
        <translation>en la meta</translation>
    </message>
    <message>
        <source>just off target</source>
        <translation>apenas fuera de la meta</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} puntos</translation>
    </message>
    <message>
        <source>{far} above the target</source>
        <translation>{far} por encima de la meta</translation>
    </message>
    <message>
        <source>{far} below the target</source>
        <translation>{far} por debajo de la meta</translation>
    </message>
    <message>
        <source>forecast: too early to tell</source>
        <translation>pronóstico: demasiado pronto para saber</translation>
    </message>
    <message>
        <source>about {value} by {day}, from {low} to {high}</source>
        <translation>cerca de {value} al {day}, de {low} a {high}</translation>
    </message>
    <message>
        <source>about {value} by {day}</source>
        <translation>cerca de {value} al {day}</translation>
    </message>
    <message>
        <source>{left} of {all} working days left, until {day}</source>
        <translation>quedan {left} de {all} días laborables, hasta el {day}</translation>
    </message>
    <message>
        <source>That goal is no longer there.</source>
        <translation>Ese objetivo ya no existe.</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>Qué se mide</translation>
    </message>
    <message>
        <source>Whose goal</source>
        <translation>De quién es</translation>
    </message>
    <message>
        <source>Reached with</source>
        <translation>Se alcanza con</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>In per cent, such as 75</source>
        <translation>En por ciento, como 75</translation>
    </message>
    <message>
        <source>In hours, such as 48</source>
        <translation>En horas, como 48</translation>
    </message>
    <message>
        <source>In minutes</source>
        <translation>En minutos</translation>
    </message>
    <message>
        <source>In miles</source>
        <translation>En millas</translation>
    </message>
    <message>
        <source>In dollars</source>
        <translation>En dólares</translation>
    </message>
    <message>
        <source>A number for the whole period, such as 40</source>
        <translation>Un número para todo el período, como 40</translation>
    </message>
    <message>
        <source>A number, such as 2.5</source>
        <translation>Un número, como 2.5</translation>
    </message>
    <message>
        <source>{measure} is known of the whole agency only.</source>
        <translation>{measure} se conoce solo de toda la agencia.</translation>
    </message>
    <message>
        <source>{measure}, {whose}, {period}: {side}</source>
        <translation>{measure}, {whose}, {period}: {side}</translation>
    </message>
    <message>
        <source>{period}: {figure}, {came}. A year before: {year_ago}.</source>
        <translation>{period}: {figure}, {came}. Un año antes: {year_ago}.</translation>
    </message>
    <message>
        <source>Goals of a new period</source>
        <translation>Objetivos de un período nuevo</translation>
    </message>
    <message>
        <source>Each begins with what was done, a step up. Change a target, or leave it empty.</source>
        <translation>Cada uno parte de lo que se hizo, un paso más. Cambie una meta o déjela vacía.</translation>
    </message>
    <message>
        <source>Set these goals</source>
        <translation>Fijar estos objetivos</translation>
    </message>
    <message>
        <source>{count} goal set</source>
        <translation>{count} objetivo fijado</translation>
    </message>
    <message>
        <source>{count} goals set</source>
        <translation>{count} objetivos fijados</translation>
    </message>
    <message>
        <source>Set a goal</source>
        <translation>Fijar un objetivo</translation>
    </message>
    <message>
        <source>Set {count} goal of the new period…</source>
        <translation>Fijar {count} objetivo del período nuevo…</translation>
    </message>
    <message>
        <source>Set {count} goals of the new period…</source>
        <translation>Fijar {count} objetivos del período nuevo…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>The goals of this period are set.</source>
        <translation>Los objetivos de este período están fijados.</translation>
    </message>
    <message>
        <source>Set the goal</source>
        <translation>Fijar el objetivo</translation>
    </message>
    <message>
        <source>Goal set</source>
        <translation>Objetivo fijado</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Goal changed</source>
        <translation>Objetivo cambiado</translation>
    </message>
    <message>
        <source>Goal archived: {what}, {period}</source>
        <translation>Objetivo archivado: {what}, {period}</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Por venir</translation>
    </message>
    <message>
        <source>Over, in the period chosen above</source>
        <translation>Terminados, en el período elegido arriba</translation>
    </message>
    <message>
        <source>No goal runs. Set one for the agency, a team or a person: a measure, a target and a month, quarter or year. Here and on Today it says where the pace should be.</source>
        <translation>No hay objetivos en curso. Fije uno para la agencia, un equipo o una persona: una medida, una meta y un mes, trimestre o año. Aquí y en Hoy dirá dónde debería ir el ritmo.</translation>
    </message>
    <message>
        <source>All goals</source>
        <translation>Todos los objetivos</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Periods before</source>
        <translation>Períodos anteriores</translation>
    </message>
    <message>
        <source>This is the first period of this goal.</source>
        <translation>Este es el primer período de este objetivo.</translation>
    </message>
    <message>
        <source>Reached in {reached} of {count}</source>
        <translation>Alcanzado en {reached} de {count}</translation>
    </message>
    <message>
        <source>{measure}, {whose}</source>
        <translation>{measure}, {whose}</translation>
    </message>
    <message>
        <source>Line: target; tick above: where the pace should be today</source>
        <translation>Línea: meta; marca arriba: dónde debería ir el ritmo hoy</translation>
    </message>
    <message>
        <source>Line: target</source>
        <translation>Línea: meta</translation>
    </message>
    <message>
        <source>Enter opens the goal</source>
        <translation>Intro abre el objetivo</translation>
    </message>
</context>
<context>
    <name>guide</name>
    <message>
        <source>See what today asks for</source>
        <translation>Vea qué pide el día</translation>
    </message>
    <message>
        <source>Today lists visits, promises and overdue sources. Each row has its one next action.</source>
        <translation>Hoy muestra visitas, compromisos y fuentes atrasadas. Cada fila tiene su única acción siguiente.</translation>
    </message>
    <message>
        <source>Log a visit</source>
        <translation>Registre una visita</translation>
    </message>
    <message>
        <source>Press Ctrl+L, say what changed with A, C or S, and save with Ctrl+Enter.</source>
        <translation>Pulse Ctrl+L, diga qué cambió con A, C o S y guarde con Ctrl+Intro.</translation>
    </message>
    <message>
        <source>Look at one source in full</source>
        <translation>Vea una fuente completa</translation>
    </message>
    <message>
        <source>Choose a row under Sources: beside it stand its visits, referrals and people.</source>
        <translation>Elija una fila en Fuentes: al lado están sus visitas, referidos y personas.</translation>
    </message>
    <message>
        <source>Plan a visit on the calendar</source>
        <translation>Planifique una visita en el calendario</translation>
    </message>
    <message>
        <source>Drag a source that is due onto a day, or press Enter on a day.</source>
        <translation>Arrastre a un día una fuente por vencer, o pulse Intro en un día.</translation>
    </message>
    <message>
        <source>Record a referral</source>
        <translation>Registre un referido</translation>
    </message>
    <message>
        <source>Say who sent whom, for which service and with which payer.</source>
        <translation>Diga quién envió a quién, para qué servicio y con qué pagador.</translation>
    </message>
    <message>
        <source>See whether it works</source>
        <translation>Vea si funciona</translation>
    </message>
    <message>
        <source>Measure shows referrals by source and month. A click on a mark shows the rows behind it.</source>
        <translation>Medición muestra los referidos por fuente y por mes. Un clic en una marca muestra las filas que hay detrás.</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Encuentre cualquier cosa</translation>
    </message>
    <message>
        <source>Press Ctrl+K and type part of a name, a note or an action.</source>
        <translation>Pulse Ctrl+K y escriba parte de un nombre, una nota o una acción.</translation>
    </message>
    <message>
        <source>Take something back</source>
        <translation>Deshaga algo</translation>
    </message>
    <message>
        <source>Ctrl+Z takes the last change back, whatever it was. Ctrl+Shift+Z does it again.</source>
        <translation>Ctrl+Z deshace el último cambio, sea cual sea. Ctrl+Mayús+Z lo rehace.</translation>
    </message>
    <message>
        <source>That was the whole round. The manual (F1) tells the rest of each place.</source>
        <translation>Esa fue toda la vuelta. El manual (F1) cuenta el resto de cada lugar.</translation>
    </message>
    <message>
        <source>First ten minutes</source>
        <translation>Los primeros diez minutos</translation>
    </message>
    <message>
        <source>{count} of {steps} done</source>
        <translation>{count} de {steps} hechos</translation>
    </message>
    <message>
        <source>Show me where</source>
        <translation>Mostrar dónde</translation>
    </message>
    <message>
        <source>Close the first ten minutes</source>
        <translation>Cerrar los primeros diez minutos</translation>
    </message>
    <message>
        <source>Close; it stays under Help</source>
        <translation>Cerrar; siguen estando en Ayuda</translation>
    </message>
    <message>
        <source>Show me where: {step}</source>
        <translation>Mostrar dónde: {step}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation>aún sin hacer</translation>
    </message>
    <message>
        <source>{step}: {state}</source>
        <translation>{step}: {state}</translation>
    </message>
    <message>
        <source>Here: {control}</source>
        <translation>Aquí: {control}</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>This is hhcrm {version}.</source>
        <translation>Este es hhcrm {version}.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Novedades</translation>
    </message>
    <message>
        <source>&amp;Help on this place</source>
        <translation>&amp;Ayuda sobre este lugar</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Manual</translation>
    </message>
    <message>
        <source>What is &amp;new</source>
        <translation>&amp;Novedades</translation>
    </message>
    <message>
        <source>First &amp;ten minutes</source>
        <translation>Primeros &amp;diez minutos</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Buscar en el manual</translation>
    </message>
    <message>
        <source>Search the manual (Ctrl+F)</source>
        <translation>Buscar en el manual (Ctrl+F)</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>Ninguna página tiene estas palabras.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Atrás (Alt+Izquierda)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Adelante (Alt+Derecha)</translation>
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
        <source>Edit the pilot instead: its days and standards belong together.</source>
        <translation>Edite el piloto: sus días y estándares van juntos.</translation>
    </message>
    <message>
        <source>Edit the approach instead: its days and measures belong together.</source>
        <translation>Edite el enfoque: sus días y sus medidas van juntos.</translation>
    </message>
    <message>
        <source>Edit the goal instead: its measure, target and period belong together.</source>
        <translation>Edite mejor el objetivo: su medida, su meta y su período van juntos.</translation>
    </message>
    <message>
        <source>Undo the step that marked it as seen instead.</source>
        <translation>Deshaga en su lugar el paso que lo marcó como visto.</translation>
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
        <source>Seen</source>
        <translation>Visto</translation>
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
        <source>Comparison</source>
        <translation>Comparación</translation>
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
        <source>Diagnosis code</source>
        <translation>Código de diagnóstico</translation>
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
        <source>Last day</source>
        <translation>Último día</translation>
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
        <source>Inpatient stay in the 14 days before</source>
        <translation>Hospitalización en los 14 días anteriores</translation>
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
        <source>Why taken out</source>
        <translation>Por qué se sacó</translation>
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
        <source>Judged by</source>
        <translation>Se juzga por</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medida</translation>
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
        <source>Pilot</source>
        <translation>Piloto</translation>
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
        <source>Promise</source>
        <translation>Promesa</translation>
    </message>
    <message>
        <source>Proposed on</source>
        <translation>Propuesto el</translation>
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
        <source>Result</source>
        <translation>Resultado</translation>
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
        <source>See on until visit</source>
        <translation>Seguir hasta la visita</translation>
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
        <source>Period</source>
        <translation>Período</translation>
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
        <source>First day</source>
        <translation>Primer día</translation>
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
        <source>Target</source>
        <translation>Meta</translation>
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
        <source>What is done differently</source>
        <translation>Qué se hace de otro modo</translation>
    </message>
    <message>
        <source>Within hours</source>
        <translation>En horas</translation>
    </message>
    <message>
        <source>ZIP</source>
        <translation>ZIP</translation>
    </message>
    <message>
        <source>ZIP codes</source>
        <translation>Códigos ZIP</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>What is offered</source>
        <translation>Lo que se ofrece</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>De quién</translation>
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
        <source>Commitment {title}</source>
        <translation>Compromiso {title}</translation>
    </message>
    <message>
        <source>Referral of {title}</source>
        <translation>Referido del {title}</translation>
    </message>
    <message>
        <source>Pilot {title}</source>
        <translation>Piloto {title}</translation>
    </message>
    <message>
        <source>Standard {title}</source>
        <translation>Estándar {title}</translation>
    </message>
    <message>
        <source>Approach {title}</source>
        <translation>Enfoque {title}</translation>
    </message>
    <message>
        <source>Source of an approach {title}</source>
        <translation>Fuente de un enfoque {title}</translation>
    </message>
    <message>
        <source>Learned {title}</source>
        <translation>Aprendido {title}</translation>
    </message>
    <message>
        <source>Goal {title}</source>
        <translation>Objetivo {title}</translation>
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
        <source>Discipline needed {title}</source>
        <translation>Disciplina necesaria {title}</translation>
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
        <source>a picture</source>
        <translation>una imagen</translation>
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
    <message>
        <source>Patient identifiers</source>
        <translation>Datos que identifican al paciente</translation>
    </message>
    <message>
        <source>{what} {name}</source>
        <translation>{what} {name}</translation>
    </message>
    <message>
        <source>{what}, {name}</source>
        <translation>{what}, {name}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Deshecho: {what}</translation>
    </message>
    <message>
        <source>{act}, {whom}</source>
        <translation>{act}, {whom}</translation>
    </message>
    <message>
        <source>It has been undone already.</source>
        <translation>Ya se deshizo.</translation>
    </message>
    <message>
        <source>It is an undo: redo does again what it took back.</source>
        <translation>Es un deshacer: rehacer vuelve a hacer lo que quitó.</translation>
    </message>
    <message>
        <source>An import that was taken back comes in again from its file.</source>
        <translation>Una importación deshecha vuelve a entrar desde su archivo.</translation>
    </message>
    <message>
        <source>It changed no records, or set the agency up.</source>
        <translation>No cambió registros, o configuró la agencia.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
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
        <source>Commitments</source>
        <translation>Compromisos</translation>
    </message>
    <message>
        <source>Pilots</source>
        <translation>Pilotos</translation>
    </message>
    <message>
        <source>Approaches</source>
        <translation>Enfoques</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>Lo aprendido</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Objetivos</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>What was put away, and shall it come back?</source>
        <translation>¿Qué se apartó, y debe volver?</translation>
    </message>
    <message>
        <source>Nothing of this kind is archived that fits.</source>
        <translation>No hay nada archivado de este tipo que coincida.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>filter as you type</source>
        <translation>filtre al escribir</translation>
    </message>
    <message>
        <source>archived {when} by {who}</source>
        <translation>archivado {when} por {who}</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>{name} is back</source>
        <translation>{name} está de vuelta</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>fuentes</translation>
    </message>
    <message>
        <source>people</source>
        <translation>personas</translation>
    </message>
    <message>
        <source>visits</source>
        <translation>visitas</translation>
    </message>
    <message>
        <source>referrals</source>
        <translation>referidos</translation>
    </message>
    <message>
        <source>commitments</source>
        <translation>compromisos</translation>
    </message>
    <message>
        <source>pilots</source>
        <translation>pilotos</translation>
    </message>
    <message>
        <source>approaches</source>
        <translation>enfoques</translation>
    </message>
    <message>
        <source>goals</source>
        <translation>objetivos</translation>
    </message>
    <message>
        <source>files</source>
        <translation>archivos</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>ajustes</translation>
    </message>
    <message>
        <source>imports</source>
        <translation>importaciones</translation>
    </message>
    <message>
        <source>Recent changes</source>
        <translation>Cambios recientes</translation>
    </message>
    <message>
        <source>Who did what, and how does it go back?</source>
        <translation>¿Quién hizo qué, y cómo se vuelve atrás?</translation>
    </message>
    <message>
        <source>Nothing was changed that fits.</source>
        <translation>No se cambió nada que coincida.</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>any day</source>
        <translation>cualquier día</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>deshecho</translation>
    </message>
    <message>
        <source>Hide changes</source>
        <translation>Ocultar cambios</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Mostrar cambios</translation>
    </message>
    <message>
        <source>Undo this step</source>
        <translation>Deshacer este paso</translation>
    </message>
    <message>
        <source>Undoing: {what}</source>
        <translation>Deshaciendo: {what}</translation>
    </message>
    <message>
        <source>And more.</source>
        <translation>Y más.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>A visit being logged</source>
        <translation>Una visita que se registra</translation>
    </message>
    <message>
        <source>A line of End of day</source>
        <translation>Una línea de Fin del día</translation>
    </message>
    <message>
        <source>A source</source>
        <translation>Una fuente</translation>
    </message>
    <message>
        <source>A visit</source>
        <translation>Una visita</translation>
    </message>
    <message>
        <source>A person at a source</source>
        <translation>Una persona en una fuente</translation>
    </message>
    <message>
        <source>A person&apos;s place at a source</source>
        <translation>El lugar de una persona en una fuente</translation>
    </message>
    <message>
        <source>A commitment</source>
        <translation>Un compromiso</translation>
    </message>
    <message>
        <source>A pilot</source>
        <translation>Un piloto</translation>
    </message>
    <message>
        <source>An approach</source>
        <translation>Un enfoque</translation>
    </message>
    <message>
        <source>A goal</source>
        <translation>Un objetivo</translation>
    </message>
    <message>
        <source>Goals of a new period</source>
        <translation>Objetivos de un período nuevo</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Una persona</translation>
    </message>
    <message>
        <source>A referral</source>
        <translation>Un referido</translation>
    </message>
    <message>
        <source>A referral&apos;s next stage</source>
        <translation>La siguiente etapa de un referido</translation>
    </message>
    <message>
        <source>An answer</source>
        <translation>Una respuesta</translation>
    </message>
    <message>
        <source>A visit being planned</source>
        <translation>Una visita que se planifica</translation>
    </message>
    <message>
        <source>A proposal for a week</source>
        <translation>Una propuesta para una semana</translation>
    </message>
    <message>
        <source>Time off</source>
        <translation>Ausencias</translation>
    </message>
    <message>
        <source>A holiday</source>
        <translation>Un día feriado</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>A value of a list</source>
        <translation>Un valor de una lista</translation>
    </message>
    <message>
        <source>Somebody of the agency</source>
        <translation>Alguien de la agencia</translation>
    </message>
    <message>
        <source>A team</source>
        <translation>Un equipo</translation>
    </message>
    <message>
        <source>A territory</source>
        <translation>Un territorio</translation>
    </message>
    <message>
        <source>What a discipline can take</source>
        <translation>Lo que puede recibir una disciplina</translation>
    </message>
    <message>
        <source>Whether a payer is accepted</source>
        <translation>Si se acepta un pagador</translation>
    </message>
    <message>
        <source>ZIP codes served</source>
        <translation>Códigos postales atendidos</translation>
    </message>
    <message>
        <source>Public information on a service line</source>
        <translation>Información pública de una línea de servicio</translation>
    </message>
    <message>
        <source>A yearly review</source>
        <translation>Una revisión anual</translation>
    </message>
    <message>
        <source>Setting the agency up</source>
        <translation>La configuración de la agencia</translation>
    </message>
    <message>
        <source>An import of a list</source>
        <translation>La importación de una lista</translation>
    </message>
    <message>
        <source>Half-typed things</source>
        <translation>Escritos a medias</translation>
    </message>
    <message>
        <source>What was I in the middle of?</source>
        <translation>¿Qué tenía a medio hacer?</translation>
    </message>
    <message>
        <source>Nothing is left half-typed.</source>
        <translation>No quedó nada a medias.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>left half-typed {when}</source>
        <translation>a medias {when}</translation>
    </message>
    <message>
        <source>Thrown away: {what}</source>
        <translation>Descartado: {what}</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <source>A form</source>
        <translation>Un formulario</translation>
    </message>
    <message>
        <source>{what}: {name}</source>
        <translation>{what}: {name}</translation>
    </message>
    <message>
        <source>1 half-typed thing is waiting.</source>
        <translation>Hay 1 escrito a medias esperando.</translation>
    </message>
    <message>
        <source>{count} half-typed things are waiting.</source>
        <translation>Hay {count} escritos a medias esperando.</translation>
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
        <source>Looking for what was changed since</source>
        <translation>Buscando lo que se modificó desde entonces</translation>
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
        <source>Taking back</source>
        <translation>Deshaciendo</translation>
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
    <message>
        <source>Importing</source>
        <translation>Importando</translation>
    </message>
    <message>
        <source>{file} is no calendar file: it does not begin with BEGIN:VCALENDAR. Export it as .ics.</source>
        <translation>{file} no es un archivo de calendario: no empieza con BEGIN:VCALENDAR. Expórtelo como .ics.</translation>
    </message>
    <message>
        <source>Writing out repeating events</source>
        <translation>Desplegando eventos repetidos</translation>
    </message>
    <message>
        <source>A time zone in the file cannot be read: {name}.</source>
        <translation>No se puede leer una zona horaria del archivo: {name}.</translation>
    </message>
    <message>
        <source>Reading events</source>
        <translation>Leyendo eventos</translation>
    </message>
    <message>
        <source>The file ends in the middle of this event.</source>
        <translation>El archivo termina en medio de este evento.</translation>
    </message>
    <message>
        <source>It repeats several times a day. Visits do not; plan them one by one.</source>
        <translation>Se repite varias veces al día. Las visitas no; planifíquelas una por una.</translation>
    </message>
    <message>
        <source>A repeating event has more than {most} occurrences; the first were taken.</source>
        <translation>Un evento repetido tiene más de {most} ocurrencias; se tomaron las primeras.</translation>
    </message>
    <message>
        <source>The time zone {name} is not known: its times were taken as yours.</source>
        <translation>No se conoce la zona horaria {name}: sus horas se tomaron como suyas.</translation>
    </message>
    <message>
        <source>An event stands twice in the file; the last one was taken.</source>
        <translation>Un evento está dos veces en el archivo; se tomó el último.</translation>
    </message>
    <message>
        <source>1 event lies in the past and was left out.</source>
        <translation>1 evento está en el pasado y se omitió.</translation>
    </message>
    <message>
        <source>{count:,} events lie in the past and were left out.</source>
        <translation>{count:,} eventos están en el pasado y se omitieron.</translation>
    </message>
    <message>
        <source>Repeating events were written out until {day}.</source>
        <translation>Los eventos repetidos se desplegaron hasta el {day}.</translation>
    </message>
    <message>
        <source>It says no day that can be read, such as 20261124 or 20261124T093000.</source>
        <translation>No indica un día que se pueda leer, como 20261124 o 20261124T093000.</translation>
    </message>
    <message>
        <source>It cannot be said when it repeats.</source>
        <translation>No se puede saber cuándo se repite.</translation>
    </message>
    <message>
        <source>A cancelled event is not among the visits.</source>
        <translation>Un evento cancelado no está entre las visitas.</translation>
    </message>
    <message>
        <source>An event belongs to an archived visit, which stays as it is.</source>
        <translation>Un evento pertenece a una visita archivada, que queda como está.</translation>
    </message>
    <message>
        <source>An event belongs to a visit that is {status}, which stays as it is.</source>
        <translation>Un evento pertenece a una visita {status}, que queda como está.</translation>
    </message>
    <message>
        <source>A visit was moved here since; the event in the file was not.</source>
        <translation>Una visita se movió aquí después; el evento del archivo no.</translation>
    </message>
    <message>
        <source>It was moved here to {here} and in the calendar to {there}. Move it in one of them to where the other has it.</source>
        <translation>Aquí se movió a {here} y en el calendario a {there}. Muévala en uno de los dos a donde la tiene el otro.</translation>
    </message>
    <message>
        <source>A visit to this source is planned for that day already.</source>
        <translation>Ya hay planificada una visita a esta fuente para ese día.</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>No source is recognised in it. Name the source in its title or place; what is no visit stays out.</source>
        <translation>No se reconoce en él ninguna fuente. Nombre la fuente en su título o lugar; lo que no es una visita queda fuera.</translation>
    </message>
</context>
<context>
    <name>intake</name>
    <message>
        <source>muscle weakness</source>
        <translation>debilidad muscular</translation>
    </message>
    <message>
        <source>weakness</source>
        <translation>debilidad</translation>
    </message>
    <message>
        <source>trouble walking</source>
        <translation>dificultad para caminar</translation>
    </message>
    <message>
        <source>repeated falls</source>
        <translation>caídas repetidas</translation>
    </message>
    <message>
        <source>fainting</source>
        <translation>desmayo</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is not an ICD-10-CM code: type it as I50.9 or S72.001A.</source>
        <translation>«{text}» no es un código de la CIE-10-MC: escríbalo como I50.9 o S72.001A.</translation>
    </message>
    <message>
        <source>{code}, a symptom</source>
        <translation>{code}, un síntoma</translation>
    </message>
    <message>
        <source>Not as it stands: {what}.</source>
        <translation>No tal como está: {what}.</translation>
    </message>
    <message>
        <source>Look at: {what}.</source>
        <translation>Revise: {what}.</translation>
    </message>
    <message>
        <source>Nothing against it so far.</source>
        <translation>Hasta ahora, nada en contra.</translation>
    </message>
    <message>
        <source>Not known yet: {what}.</source>
        <translation>Aún no se sabe: {what}.</translation>
    </message>
    <message>
        <source>{name} is archived.</source>
        <translation>{name} está en el archivo.</translation>
    </message>
    <message>
        <source>Restore it, or choose the source that took its place.</source>
        <translation>Restáurela o elija la fuente que tomó su lugar.</translation>
    </message>
    <message>
        <source>source</source>
        <translation>fuente</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contacto</translation>
    </message>
    <message>
        <source>physician</source>
        <translation>médico</translation>
    </message>
    <message>
        <source>{name} has left.</source>
        <translation>{name} ya no trabaja ahí.</translation>
    </message>
    <message>
        <source>Ask who is to be told.</source>
        <translation>Pregunte a quién hay que informar.</translation>
    </message>
    <message>
        <source>payer</source>
        <translation>pagador</translation>
    </message>
    <message>
        <source>{payer} was taken off the list of payers.</source>
        <translation>{payer} se quitó de la lista de pagadores.</translation>
    </message>
    <message>
        <source>Choose the one that took its place.</source>
        <translation>Elija el que tomó su lugar.</translation>
    </message>
    <message>
        <source>{payer} is accepted for {line}.</source>
        <translation>Se acepta {payer} para {line}.</translation>
    </message>
    <message>
        <source>Nobody has said whether {payer} is accepted for {line}.</source>
        <translation>Nadie ha dicho si se acepta {payer} para {line}.</translation>
    </message>
    <message>
        <source>Ask the clinical manager.</source>
        <translation>Pregunte a la gerencia clínica.</translation>
    </message>
    <message>
        <source>{payer} is not accepted for {line} since {day}.</source>
        <translation>{payer} no se acepta para {line} desde el {day}.</translation>
    </message>
    <message>
        <source>Who takes it: {alternative}.</source>
        <translation>Quién lo acepta: {alternative}.</translation>
    </message>
    <message>
        <source>Ask whether there is another payer.</source>
        <translation>Pregunte si hay otro pagador.</translation>
    </message>
    <message>
        <source>ZIP</source>
        <translation>código postal</translation>
    </message>
    <message>
        <source>{zip} is served.</source>
        <translation>Se atiende en {zip}.</translation>
    </message>
    <message>
        <source>Nobody has said which ZIP codes are served.</source>
        <translation>Nadie ha dicho qué códigos postales se atienden.</translation>
    </message>
    <message>
        <source>{zip} is not served.</source>
        <translation>No se atiende en {zip}.</translation>
    </message>
    <message>
        <source>{zip} is not served by {line}.</source>
        <translation>{line} no atiende en {zip}.</translation>
    </message>
    <message>
        <source>Ask the clinical manager, or name an agency that goes there.</source>
        <translation>Pregunte a la gerencia clínica o nombre una agencia que vaya allí.</translation>
    </message>
    <message>
        <source>Served by: {lines}.</source>
        <translation>Lo atiende: {lines}.</translation>
    </message>
    <message>
        <source>Nobody has said whether {discipline} has room.</source>
        <translation>Nadie ha dicho si hay cupo en {discipline}.</translation>
    </message>
    <message>
        <source>Still so? Ask the clinical manager.</source>
        <translation>¿Sigue así? Pregunte a la gerencia clínica.</translation>
    </message>
    <message>
        <source>Ask whether care can start later, or name an agency that has room.</source>
        <translation>Pregunte si la atención puede empezar más tarde o nombre una agencia con cupo.</translation>
    </message>
    <message>
        <source>Ask the clinical manager for a place.</source>
        <translation>Pida un cupo a la gerencia clínica.</translation>
    </message>
    <message>
        <source>{discipline} is {state}</source>
        <translation>{discipline}: {state}</translation>
    </message>
    <message>
        <source>{discipline} was {state} until {day}.</source>
        <translation>{discipline}: {state} hasta el {day}.</translation>
    </message>
    <message>
        <source>{discipline} is {state} until {day}</source>
        <translation>{discipline}: {state} hasta el {day}</translation>
    </message>
    <message>
        <source>diagnosis</source>
        <translation>diagnóstico</translation>
    </message>
    <message>
        <source>As a primary diagnosis often refused: {what}.</source>
        <translation>Como diagnóstico principal suele rechazarse: {what}.</translation>
    </message>
    <message>
        <source>Ask for the cause.</source>
        <translation>Pregunte por la causa.</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>duplicado</translation>
    </message>
    <message>
        <source>Perhaps the patient whom {source} sent on {day}: {stage}.</source>
        <translation>Quizá sea el paciente que {source} envió el {day}: {stage}.</translation>
    </message>
    <message>
        <source>Ask whether this is a new referral.</source>
        <translation>Pregunte si este es un referido nuevo.</translation>
    </message>
    <message>
        <source>If so, both sources are to be told.</source>
        <translation>Si es así, hay que informar a ambas fuentes.</translation>
    </message>
    <message>
        <source>If so, go on with that one.</source>
        <translation>Si es así, siga con aquel.</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recibido</translation>
    </message>
    <message>
        <source>authorized</source>
        <translation>autorizado</translation>
    </message>
    <message>
        <source>This is still to come.</source>
        <translation>Esto aún no ha llegado.</translation>
    </message>
    <message>
        <source>Type when it was.</source>
        <translation>Escriba cuándo fue.</translation>
    </message>
    <message>
        <source>Authorized before it was first heard of.</source>
        <translation>Autorizado antes de que se supiera de él.</translation>
    </message>
    <message>
        <source>Check both times: every clock starts here.</source>
        <translation>Revise ambas horas: todo plazo empieza aquí.</translation>
    </message>
    <message>
        <source>ordered SOC</source>
        <translation>inicio ordenado</translation>
    </message>
    <message>
        <source>planned SOC</source>
        <translation>inicio previsto</translation>
    </message>
    <message>
        <source>SOC</source>
        <translation>inicio de la atención</translation>
    </message>
    <message>
        <source>Before the referral of {day}.</source>
        <translation>Antes del referido del {day}.</translation>
    </message>
    <message>
        <source>Ask for the day again.</source>
        <translation>Pregunte otra vez por el día.</translation>
    </message>
    <message>
        <source>Before the discharge on {day}.</source>
        <translation>Antes del alta del {day}.</translation>
    </message>
    <message>
        <source>Ask which of the two days is right.</source>
        <translation>Pregunte cuál de los dos días es el correcto.</translation>
    </message>
    <message>
        <source>Move it to scheduled instead.</source>
        <translation>Páselo a programado.</translation>
    </message>
    <message>
        <source>More than 90 days ahead.</source>
        <translation>Faltan más de 90 días.</translation>
    </message>
    <message>
        <source>discharge</source>
        <translation>alta</translation>
    </message>
    <message>
        <source>The day of discharge is not known.</source>
        <translation>No se conoce el día del alta.</translation>
    </message>
    <message>
        <source>Ask for it: timely care counts from it.</source>
        <translation>Pregunte por él: la atención oportuna se cuenta desde ese día.</translation>
    </message>
    <message>
        <source>More than 14 days before care starts, so the patient comes from the community.</source>
        <translation>Más de 14 días antes de que empiece la atención: el paciente viene de la comunidad.</translation>
    </message>
    <message>
        <source>Comes from an institution, but no inpatient stay.</source>
        <translation>Viene de una institución, pero sin hospitalización.</translation>
    </message>
    <message>
        <source>Observation and emergency visits are no inpatient stay: ask which it was.</source>
        <translation>La observación y las visitas a urgencias no son hospitalización: pregunte cuál fue.</translation>
    </message>
    <message>
        <source>face-to-face</source>
        <translation>cara a cara</translation>
    </message>
    <message>
        <source>Later than 30 days after SOC.</source>
        <translation>Más de 30 días después del inicio de la atención.</translation>
    </message>
    <message>
        <source>It has to be by {day}.</source>
        <translation>Debe ser a más tardar el {day}.</translation>
    </message>
    <message>
        <source>More than 90 days before care starts.</source>
        <translation>Más de 90 días antes de que empiece la atención.</translation>
    </message>
    <message>
        <source>A new one is needed by {day}.</source>
        <translation>Hace falta uno nuevo a más tardar el {day}.</translation>
    </message>
    <message>
        <source>Counts for a start of care up to {day}.</source>
        <translation>Vale para un inicio de la atención hasta el {day}.</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Todavía ninguno.</translation>
    </message>
    <message>
        <source>It may be up to 90 days before SOC or 30 days after.</source>
        <translation>Puede ser hasta 90 días antes del inicio de la atención o 30 días después.</translation>
    </message>
    <message>
        <source>It has to be from {first} to {last}.</source>
        <translation>Debe ser del {first} al {last}.</translation>
    </message>
    <message>
        <source>Nobody alive was born then.</source>
        <translation>Nadie que viva nació entonces.</translation>
    </message>
    <message>
        <source>born</source>
        <translation>nacimiento</translation>
    </message>
</context>
<context>
    <name>journal</name>
    <message>
        <source>Undo: {label}</source>
        <translation>Deshacer: {label}</translation>
    </message>
    <message>
        <source>Mark {records} missed and plan again</source>
        <translation>Marcar no realizadas y planificar de nuevo: {records}</translation>
    </message>
    <message>
        <source>Mark {records} missed</source>
        <translation>Marcar no realizadas: {records}</translation>
    </message>
    <message>
        <source>Say what became of {records}</source>
        <translation>Decir qué pasó con {records}</translation>
    </message>
    <message>
        <source>{label} and move {records}</source>
        <translation>{label} y mover {records}</translation>
    </message>
    <message>
        <source>{label} and change {records}</source>
        <translation>{label} y cambiar {records}</translation>
    </message>
    <message>
        <source>Log visit</source>
        <translation>Registrar visita</translation>
    </message>
    <message>
        <source>Plan visit</source>
        <translation>Planificar visita</translation>
    </message>
    <message>
        <source>Plan week of {name}: {records}</source>
        <translation>Planificar la semana del {name}: {records}</translation>
    </message>
    <message>
        <source>Edit visit</source>
        <translation>Editar visita</translation>
    </message>
    <message>
        <source>Move visit</source>
        <translation>Mover visita</translation>
    </message>
    <message>
        <source>Change length of visit</source>
        <translation>Cambiar la duración de la visita</translation>
    </message>
    <message>
        <source>Plan visit again</source>
        <translation>Volver a planificar la visita</translation>
    </message>
    <message>
        <source>Mark visit {status}</source>
        <translation>Marcar visita: {status}</translation>
    </message>
    <message>
        <source>Record referral</source>
        <translation>Registrar referido</translation>
    </message>
    <message>
        <source>Edit referral</source>
        <translation>Editar referido</translation>
    </message>
    <message>
        <source>Assign {records}</source>
        <translation>Asignar {records}</translation>
    </message>
    <message>
        <source>Move {records} to {status}</source>
        <translation>Mover {records} a {status}</translation>
    </message>
    <message>
        <source>Move {records}</source>
        <translation>Mover {records}</translation>
    </message>
    <message>
        <source>Mark a referral as seen</source>
        <translation>Marcar un referido como visto</translation>
    </message>
    <message>
        <source>Tell a source what became of a referral</source>
        <translation>Informar a una fuente qué fue de un referido</translation>
    </message>
    <message>
        <source>Tell nobody what became of a referral</source>
        <translation>No informar a nadie qué fue de un referido</translation>
    </message>
    <message>
        <source>Take back what a source was told</source>
        <translation>Deshacer lo que se informó a una fuente</translation>
    </message>
    <message>
        <source>Edit source</source>
        <translation>Editar fuente</translation>
    </message>
    <message>
        <source>Set a potential</source>
        <translation>Fijar un potencial</translation>
    </message>
    <message>
        <source>Make {records} {status}</source>
        <translation>Pasar {records} a {status}</translation>
    </message>
    <message>
        <source>Add {records} to a cohort</source>
        <translation>Añadir {records} a una cohorte</translation>
    </message>
    <message>
        <source>Take a source out of its cohort</source>
        <translation>Sacar una fuente de su cohorte</translation>
    </message>
    <message>
        <source>Move a source to another cohort</source>
        <translation>Mover una fuente a otra cohorte</translation>
    </message>
    <message>
        <source>Move a cohort to another month</source>
        <translation>Mover una cohorte a otro mes</translation>
    </message>
    <message>
        <source>Change the size of a cohort</source>
        <translation>Cambiar el tamaño de una cohorte</translation>
    </message>
    <message>
        <source>See a prospect on</source>
        <translation>Seguir viendo a un prospecto</translation>
    </message>
    <message>
        <source>Add a person to the agency</source>
        <translation>Agregar una persona a la agencia</translation>
    </message>
    <message>
        <source>Add a team</source>
        <translation>Agregar un equipo</translation>
    </message>
    <message>
        <source>Add a territory</source>
        <translation>Agregar un territorio</translation>
    </message>
    <message>
        <source>Archive a person of the agency</source>
        <translation>Archivar a una persona de la agencia</translation>
    </message>
    <message>
        <source>Archive a team</source>
        <translation>Archivar un equipo</translation>
    </message>
    <message>
        <source>Archive a territory</source>
        <translation>Archivar un territorio</translation>
    </message>
    <message>
        <source>Change a person of the agency</source>
        <translation>Cambiar a una persona de la agencia</translation>
    </message>
    <message>
        <source>Change a territory</source>
        <translation>Cambiar un territorio</translation>
    </message>
    <message>
        <source>Change which ZIP codes are served</source>
        <translation>Cambiar qué códigos ZIP se atienden</translation>
    </message>
    <message>
        <source>Change which payers are accepted</source>
        <translation>Cambiar qué pagadores se aceptan</translation>
    </message>
    <message>
        <source>Change what a discipline can take</source>
        <translation>Cambiar lo que puede aceptar una disciplina</translation>
    </message>
    <message>
        <source>Change the public information</source>
        <translation>Cambiar la información pública</translation>
    </message>
    <message>
        <source>Note a yearly review</source>
        <translation>Anotar una revisión anual</translation>
    </message>
    <message>
        <source>Rename a team</source>
        <translation>Cambiar el nombre de un equipo</translation>
    </message>
    <message>
        <source>Restore a person of the agency</source>
        <translation>Restaurar a una persona de la agencia</translation>
    </message>
    <message>
        <source>Restore a territory</source>
        <translation>Restaurar un territorio</translation>
    </message>
    <message>
        <source>Add a person to a source</source>
        <translation>Agregar una persona a una fuente</translation>
    </message>
    <message>
        <source>Edit a person at a source</source>
        <translation>Editar a una persona en una fuente</translation>
    </message>
    <message>
        <source>Move a person to another source</source>
        <translation>Mover a una persona a otra fuente</translation>
    </message>
    <message>
        <source>A person left a source</source>
        <translation>Una persona dejó una fuente</translation>
    </message>
    <message>
        <source>A person is back at a source</source>
        <translation>Una persona volvió a una fuente</translation>
    </message>
    <message>
        <source>Make a commitment</source>
        <translation>Asumir un compromiso</translation>
    </message>
    <message>
        <source>Edit a commitment</source>
        <translation>Editar un compromiso</translation>
    </message>
    <message>
        <source>Move the day of a commitment</source>
        <translation>Cambiar el día de un compromiso</translation>
    </message>
    <message>
        <source>Open a commitment again</source>
        <translation>Abrir de nuevo un compromiso</translation>
    </message>
    <message>
        <source>Mark commitment {status}</source>
        <translation>Marcar compromiso: {status}</translation>
    </message>
    <message>
        <source>Propose a pilot</source>
        <translation>Proponer un piloto</translation>
    </message>
    <message>
        <source>Propose a pilot again</source>
        <translation>Proponer un piloto de nuevo</translation>
    </message>
    <message>
        <source>Edit a pilot</source>
        <translation>Editar un piloto</translation>
    </message>
    <message>
        <source>Start a pilot</source>
        <translation>Empezar un piloto</translation>
    </message>
    <message>
        <source>Finish a pilot</source>
        <translation>Terminar un piloto</translation>
    </message>
    <message>
        <source>Decline a pilot</source>
        <translation>Rechazar un piloto</translation>
    </message>
    <message>
        <source>Note an approach</source>
        <translation>Anotar un enfoque</translation>
    </message>
    <message>
        <source>Edit an approach</source>
        <translation>Editar un enfoque</translation>
    </message>
    <message>
        <source>Note what was learned</source>
        <translation>Anotar lo aprendido</translation>
    </message>
    <message>
        <source>Edit what was learned</source>
        <translation>Editar lo aprendido</translation>
    </message>
    <message>
        <source>Set a goal</source>
        <translation>Fijar un objetivo</translation>
    </message>
    <message>
        <source>Set {records}</source>
        <translation>Fijar {records}</translation>
    </message>
    <message>
        <source>Edit a goal</source>
        <translation>Editar un objetivo</translation>
    </message>
    <message>
        <source>Add file {name}</source>
        <translation>Agregar el archivo {name}</translation>
    </message>
    <message>
        <source>Archive {records}</source>
        <translation>Archivar {records}</translation>
    </message>
    <message>
        <source>Restore {records}</source>
        <translation>Restaurar {records}</translation>
    </message>
    <message>
        <source>Revert {name}</source>
        <translation>Revertir {name}</translation>
    </message>
    <message>
        <source>Save view {name}</source>
        <translation>Guardar la vista {name}</translation>
    </message>
    <message>
        <source>Forget a view</source>
        <translation>Olvidar una vista</translation>
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
        <source>Fill in the holidays of {name}</source>
        <translation>Completar los días feriados de {name}</translation>
    </message>
    <message>
        <source>Fill in the federal holidays, {name}</source>
        <translation>Completar los días feriados federales, {name}</translation>
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
        <source>Change settings of the agency</source>
        <translation>Cambiar los ajustes de la agencia</translation>
    </message>
    <message>
        <source>Change the rules</source>
        <translation>Cambiar las reglas</translation>
    </message>
    <message>
        <source>Take back a coming change of the settings</source>
        <translation>Retirar un cambio futuro de los ajustes</translation>
    </message>
    <message>
        <source>Change a value of a list</source>
        <translation>Cambiar un valor de una lista</translation>
    </message>
    <message>
        <source>Put a list in order</source>
        <translation>Ordenar una lista</translation>
    </message>
    <message>
        <source>Put a value back on the list</source>
        <translation>Devolver un valor a la lista</translation>
    </message>
    <message>
        <source>Take a value off the list</source>
        <translation>Quitar un valor de la lista</translation>
    </message>
    <message>
        <source>Add {name} to the list</source>
        <translation>Agregar {name} a la lista</translation>
    </message>
    <message>
        <source>Rename a tag</source>
        <translation>Cambiar el nombre de una etiqueta</translation>
    </message>
    <message>
        <source>Take a tag off all sources</source>
        <translation>Quitar una etiqueta de todas las fuentes</translation>
    </message>
    <message>
        <source>Set up the agency</source>
        <translation>Configurar la agencia</translation>
    </message>
    <message>
        <source>Sample agency</source>
        <translation>Agencia de ejemplo</translation>
    </message>
    <message>
        <source>Import {records} from {name}</source>
        <translation>Importar {records} de {name}</translation>
    </message>
    <message>
        <source>Export {kind} with patient identifiers to {name}</source>
        <translation>Exportar {kind} con datos de pacientes a {name}</translation>
    </message>
    <message>
        <source>Change the cadence of {records}</source>
        <translation>Cambiar la cadencia de {records}</translation>
    </message>
    <message>
        <source>Edit {records}</source>
        <translation>Editar {records}</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>Editar {name}</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>Agregar {name}</translation>
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
    <message>
        <source>N&amp;ew person…</source>
        <translation>P&amp;ersona nueva…</translation>
    </message>
    <message>
        <source>Add somebody who is not known here yet (Alt+E)</source>
        <translation>Añadir a alguien que aún no se conoce aquí (Alt+E)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Suzy Park, RN</source>
        <translation>Suzy Park, RN</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Name of the new person</source>
        <translation>Nombre de la persona nueva</translation>
    </message>
    <message>
        <source>Restore them</source>
        <translation>Restaurarla</translation>
    </message>
    <message>
        <source>Choose them</source>
        <translation>Elegirla</translation>
    </message>
    <message>
        <source>Add this source to them</source>
        <translation>Añadirle esta fuente</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restaurada</translation>
    </message>
    <message>
        <source>{person} added here</source>
        <translation>{person} añadida aquí</translation>
    </message>
    <message>
        <source>Type a name, such as Suzy Park.</source>
        <translation>Escriba un nombre, como Suzy Park.</translation>
    </message>
    <message>
        <source>{person} added</source>
        <translation>{person} añadida</translation>
    </message>
    <message>
        <source>This could not be saved. Try again.</source>
        <translation>No se pudo guardar. Inténtelo de nuevo.</translation>
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
    <name>loop</name>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Start of care</source>
        <translation>Inicio de atención</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>We have the referral you sent us on {day} and are looking at it now.</source>
        <translation>Tenemos el referido que nos envió el {day} y lo estamos revisando.</translation>
    </message>
    <message>
        <source>We have the referral for {line} you sent us on {day} and are looking at it now.</source>
        <translation>Tenemos el referido para {line} que nos envió el {day} y lo estamos revisando.</translation>
    </message>
    <message>
        <source>The referral you sent us on {day} is not decided yet; we call as soon as it is.</source>
        <translation>El referido que nos envió el {day} aún no está decidido; le llamaremos en cuanto lo esté.</translation>
    </message>
    <message>
        <source>We could not take the patient you sent us on {day}: {reason}.</source>
        <translation>No pudimos recibir al paciente que nos envió el {day}: {reason}.</translation>
    </message>
    <message>
        <source>We can take the patient you sent us on {day}.</source>
        <translation>Podemos recibir al paciente que nos envió el {day}.</translation>
    </message>
    <message>
        <source>Care is planned to start on {day}.</source>
        <translation>El inicio de atención está previsto para el {day}.</translation>
    </message>
    <message>
        <source>Care started on {soc} for the patient you sent us on {day}.</source>
        <translation>La atención del paciente que nos envió el {day} comenzó el {soc}.</translation>
    </message>
    <message>
        <source>Our care for the patient you sent us on {day} ended on {ended}.</source>
        <translation>Nuestra atención del paciente que nos envió el {day} terminó el {ended}.</translation>
    </message>
    <message>
        <source>The patient you sent us on {day} is still in our care.</source>
        <translation>El paciente que nos envió el {day} sigue bajo nuestra atención.</translation>
    </message>
    <message>
        <source>Nothing is decided yet: accept the referral or say why not, then tell them.</source>
        <translation>Aún no hay decisión: acepte el referido o diga por qué no, y después informe.</translation>
    </message>
    <message>
        <source>This is still to come. Type when it was.</source>
        <translation>Eso aún no ha ocurrido. Escriba cuándo fue.</translation>
    </message>
    <message>
        <source>Say why nobody is told.</source>
        <translation>Diga por qué no se informa a nadie.</translation>
    </message>
    <message>
        <source>An archived referral stays as it is. Restore it first.</source>
        <translation>Un referido archivado queda como está. Restáurelo primero.</translation>
    </message>
    <message>
        <source>They were told already.</source>
        <translation>Ya se les informó.</translation>
    </message>
    <message>
        <source>It was decided that nobody is told. Take that back first.</source>
        <translation>Se decidió no informar a nadie. Deshágalo primero.</translation>
    </message>
    <message>
        <source>Nothing is to be told about this referral: it came with an old list.</source>
        <translation>No hay nada que informar sobre este referido: llegó con una lista antigua.</translation>
    </message>
    <message>
        <source>What the source is told about this referral</source>
        <translation>Lo que se informa a la fuente sobre este referido</translation>
    </message>
    <message>
        <source>{source} was told</source>
        <translation>Se informó a {source}</translation>
    </message>
    <message>
        <source>Nobody is told at {source}</source>
        <translation>No se informa a nadie en {source}</translation>
    </message>
    <message>
        <source>Why is nobody at {source} told: {step}?</source>
        <translation>¿Por qué no se informa a nadie en {source}: {step}?</translation>
    </message>
    <message>
        <source>Tell nobody</source>
        <translation>No informar a nadie</translation>
    </message>
    <message>
        <source>It is to be told again</source>
        <translation>Vuelve a quedar por informar</translation>
    </message>
    <message>
        <source>The draft is open in your mail program</source>
        <translation>El borrador está abierto en su programa de correo</translation>
    </message>
    <message>
        <source>Told by e-mail</source>
        <translation>Informado por correo</translation>
    </message>
    <message>
        <source>Tell {name}: {channel}</source>
        <translation>Informar a {name}: {channel}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Informado</translation>
    </message>
    <message>
        <source>They were told: {channel}</source>
        <translation>Se les informó: {channel}</translation>
    </message>
    <message>
        <source>Write e-mail</source>
        <translation>Escribir correo</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the sentence</source>
        <translation>Copiar la frase</translation>
    </message>
    <message>
        <source>Nobody is told…</source>
        <translation>No se informa a nadie…</translation>
    </message>
    <message>
        <source>Told otherwise</source>
        <translation>Informado de otro modo</translation>
    </message>
    <message>
        <source>Fax sheet</source>
        <translation>Hoja de fax</translation>
    </message>
    <message>
        <source>One page for {number}</source>
        <translation>Una página para {number}</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save as PDF, Letter…</source>
        <translation>Guardar como PDF, Carta…</translation>
    </message>
    <message>
        <source>Save as PDF, A4…</source>
        <translation>Guardar como PDF, A4…</translation>
    </message>
    <message>
        <source>Nobody told</source>
        <translation>Nadie informado</translation>
    </message>
    <message>
        <source>Told late</source>
        <translation>Informado tarde</translation>
    </message>
    <message>
        <source>To be told</source>
        <translation>Por informar</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Vencido</translation>
    </message>
    <message>
        <source>was due {when}</source>
        <translation>vencía {when}</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>vence {when}</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Vence hoy</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Por vencer</translation>
    </message>
    <message>
        <source>Print the fax</source>
        <translation>Imprimir el fax</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Enviado a la impresora</translation>
    </message>
    <message>
        <source>The printer did not take it. See whether it is there and switched on.</source>
        <translation>La impresora no lo aceptó. Vea si está conectada y encendida.</translation>
    </message>
    <message>
        <source>Save the fax as PDF</source>
        <translation>Guardar el fax como PDF</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Guardado como {file}</translation>
    </message>
    <message>
        <source>Told by fax</source>
        <translation>Avisado por fax</translation>
    </message>
    <message>
        <source>Your referral of {day}</source>
        <translation>Su referido del {day}</translation>
    </message>
    <message>
        <source>Fax to {name}</source>
        <translation>Fax para {name}</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Fax number</source>
        <translation>Número de fax</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Please confirm that this arrived: sign here and fax the page back.</source>
        <translation>Confirme que esto llegó: firme aquí y devuelva la página por fax.</translation>
    </message>
    <message>
        <source>Please confirm that this arrived: sign here and fax the page back, or call {phone}.</source>
        <translation>Confirme que esto llegó: firme aquí y devuelva la página por fax, o llame al {phone}.</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Recibido el</translation>
    </message>
    <message>
        <source>by</source>
        <translation>por</translation>
    </message>
    <message>
        <source>Confidential: health information, meant only for the one named above. If it came to you by mistake, do not copy it or pass it on: tell us at once and shred it.</source>
        <translation>Confidencial: información de salud, solo para la persona nombrada arriba. Si le llegó por error, no la copie ni la comparta: avísenos de inmediato y destrúyala.</translation>
    </message>
</context>
<context>
    <name>measure</name>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Gaps between visits</source>
        <translation>Intervalos entre visitas</translation>
    </message>
    <message>
        <source>Enter or a double click goes to the source.</source>
        <translation>Intro o doble clic lleva a la fuente.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>{period}, n = {count}</source>
        <translation>{period}, n = {count}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Enter or a double click goes to the referral.</source>
        <translation>Intro o doble clic va al referido.</translation>
    </message>
    <message>
        <source>What fell due to be told</source>
        <translation>Lo que se debía avisar</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>sin avisar</translation>
    </message>
    <message>
        <source>late</source>
        <translation>muy atrasada</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>a tiempo</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vencidos</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Avisado</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>A tiempo</translation>
    </message>
    <message>
        <source>Advance</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>aún no</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>cumplido</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>demasiado largo</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>Próxima visita</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Máximo</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Ritmo</translation>
    </message>
    <message>
        <source>last 12 months</source>
        <translation>últimos 12 meses</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>este mes</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>mes pasado</translation>
    </message>
    <message>
        <source>this quarter</source>
        <translation>este trimestre</translation>
    </message>
    <message>
        <source>last quarter</source>
        <translation>trimestre pasado</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>este año</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>año pasado</translation>
    </message>
    <message>
        <source>days of my choice…</source>
        <translation>días a mi elección…</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>the period before</source>
        <translation>el período anterior</translation>
    </message>
    <message>
        <source>a year ago</source>
        <translation>hace un año</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Territorio</translation>
    </message>
    <message>
        <source>Days to measure</source>
        <translation>Días que medir</translation>
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
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Measure these days</source>
        <translation>Medir estos días</translation>
    </message>
    <message>
        <source>The last day lies before the first one.</source>
        <translation>El último día es anterior al primero.</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>aún por llegar</translation>
    </message>
    <message>
        <source>Held against {period}</source>
        <translation>Comparado con {period}</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Referidos</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>Admitidos</translation>
    </message>
    <message>
        <source>Median to start of care</source>
        <translation>Mediana hasta el inicio</translation>
    </message>
    <message>
        <source>Referrals per ten visits</source>
        <translation>Referidos por cada diez visitas</translation>
    </message>
    <message>
        <source>Loops on time</source>
        <translation>Seguimientos a tiempo</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} abiertos</translation>
    </message>
    <message>
        <source>of {count} decided</source>
        <translation>de {count} decididos</translation>
    </message>
    <message>
        <source>of {count} starts</source>
        <translation>de {count} inicios</translation>
    </message>
    <message>
        <source>of {count} due</source>
        <translation>de {count} vencidos</translation>
    </message>
    <message>
        <source>{part} of {count} due</source>
        <translation>{part} de {count} debidos</translation>
    </message>
    <message>
        <source>{of}, too few</source>
        <translation>{of}, muy pocos</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>was {before}</source>
        <translation>antes {before}</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medición</translation>
    </message>
    <message>
        <source>All charts as PDF…</source>
        <translation>Todos los gráficos como PDF…</translation>
    </message>
    <message>
        <source>Print all charts…</source>
        <translation>Imprimir todos los gráficos…</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Guardado como {name}</translation>
    </message>
    <message>
        <source>Is it working?</source>
        <translation>¿Está funcionando?</translation>
    </message>
    <message>
        <source>Loops on time…</source>
        <translation>Seguimientos a tiempo…</translation>
    </message>
    <message>
        <source>Told in time by step, liaison and source</source>
        <translation>Avisos a tiempo por paso, enlace y fuente</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Save or print all charts</source>
        <translation>Guardar o imprimir todos los gráficos</translation>
    </message>
    <message>
        <source>Pages of Measure</source>
        <translation>Páginas de Medición</translation>
    </message>
    <message>
        <source>Record a referral</source>
        <translation>Registrar un referido</translation>
    </message>
    <message>
        <source>Go to Sources</source>
        <translation>Ir a Fuentes</translation>
    </message>
    <message>
        <source>Measure shows whether your way of working works, once there are sources.</source>
        <translation>Medición muestra si su manera de trabajar funciona, cuando haya fuentes.</translation>
    </message>
    <message>
        <source>Nothing to measure yet</source>
        <translation>Aún no hay nada que medir</translation>
    </message>
    <message>
        <source>step</source>
        <translation>paso</translation>
    </message>
    <message>
        <source>liaison</source>
        <translation>enlace</translation>
    </message>
    <message>
        <source>source</source>
        <translation>fuente</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Enter or a double click shows what is behind a line.</source>
        <translation>Intro o doble clic muestra lo que hay detrás de una línea.</translation>
    </message>
    <message>
        <source>{period}, {count} due</source>
        <translation>{period}, {count} vencidos</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>muy pocos</translation>
    </message>
    <message>
        <source>Who or what</source>
        <translation>Quién o qué</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>A tiempo</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Tarde</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>Sin avisar</translation>
    </message>
    <message>
        <source>Share on time</source>
        <translation>Parte a tiempo</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Objetivos</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>as of {when}</source>
        <translation>a fecha de {when}</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Lo que se cuenta</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Approaches</source>
        <translation>Enfoques</translation>
    </message>
</context>
<context>
    <name>measures</name>
    <message>
        <source>Referrals have no activity or material of their own.</source>
        <translation>Los referidos no tienen actividad ni material propios.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Referido</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Start of care</source>
        <translation>Inicio de la atención</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Dado</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>What it changed</source>
        <translation>Qué cambió</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Compromiso</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
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
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como máximo</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>Conversión</translation>
    </message>
    <message>
        <source>Admitted / (admitted + not admitted), of the referrals of the period.</source>
        <translation>Admitidos / (admitidos + no admitidos), de los referidos del período.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptados</translation>
    </message>
    <message>
        <source>Accepted / (accepted + not admitted), of the referrals of the period.</source>
        <translation>Aceptados / (aceptados + no admitidos), de los referidos del período.</translation>
    </message>
    <message>
        <source>The day of the referral.</source>
        <translation>El día del referido.</translation>
    </message>
    <message>
        <source>One that was accepted and then not admitted counts as not admitted. Undecided ones stand beside it.</source>
        <translation>El que fue aceptado y luego no admitido cuenta como no admitido. Los no decididos figuran al lado.</translation>
    </message>
    <message>
        <source>The usual referral-to-admission rate, by the day the referrals came.</source>
        <translation>La tasa habitual de referido a admisión, por el día en que llegaron los referidos.</translation>
    </message>
    <message>
        <source>Open referrals stand beside it and are not counted yet: the newest weeks still change.</source>
        <translation>Los referidos abiertos figuran al lado y aún no cuentan: las semanas más recientes todavía cambian.</translation>
    </message>
    <message>
        <source>Visits that count</source>
        <translation>Visitas que cuentan</translation>
    </message>
    <message>
        <source>The number of completed visits of the kinds that count towards the cadence.</source>
        <translation>El número de visitas realizadas de los tipos que cuentan para la cadencia.</translation>
    </message>
    <message>
        <source>Advances per visit</source>
        <translation>Avances por visita</translation>
    </message>
    <message>
        <source>Visits with an advance / completed visits that count.</source>
        <translation>Visitas con un avance / visitas realizadas que cuentan.</translation>
    </message>
    <message>
        <source>The day of the visit.</source>
        <translation>El día de la visita.</translation>
    </message>
    <message>
        <source>Visits of which nobody noted what they changed count as without.</source>
        <translation>Las visitas de las que nadie anotó qué cambiaron cuentan como sin avance.</translation>
    </message>
    <message>
        <source>Visits as they are logged; which kinds count is set in Settings.</source>
        <translation>Las visitas tal como se anotan; qué tipos cuentan se fija en Ajustes.</translation>
    </message>
    <message>
        <source>Calls and e-mails are not among them, unless the agency lets them count.</source>
        <translation>Las llamadas y los correos no están entre ellas, salvo que la agencia los deje contar.</translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <translation>De nadie</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>Sin equipo</translation>
    </message>
    <message>
        <source>No territory</source>
        <translation>Sin territorio</translation>
    </message>
    <message>
        <source>No visit before</source>
        <translation>Sin visita previa</translation>
    </message>
    <message>
        <source>No material</source>
        <translation>Sin material</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Hours to SOC</source>
        <translation>Horas hasta el inicio de la atención</translation>
    </message>
    <message>
        <source>The median of the hours from received to the start of care.</source>
        <translation>La mediana de las horas desde la recepción hasta el inicio de la atención.</translation>
    </message>
    <message>
        <source>Admissions</source>
        <translation>Admisiones</translation>
    </message>
    <message>
        <source>The number of referrals with a start of care.</source>
        <translation>El número de referidos con inicio de la atención.</translation>
    </message>
    <message>
        <source>The day of the start of care.</source>
        <translation>El día del inicio de la atención.</translation>
    </message>
    <message>
        <source>By the start of care, whenever the referral came: in conversion they count by the referral.</source>
        <translation>Por el inicio de la atención, viniera cuando viniera el referido: en la conversión cuentan por el referido.</translation>
    </message>
    <message>
        <source>Hours to decision</source>
        <translation>Horas hasta la decisión</translation>
    </message>
    <message>
        <source>The median of the hours from received to the first accepted or not admitted.</source>
        <translation>La mediana de las horas desde la recepción hasta el primer aceptado o no admitido.</translation>
    </message>
    <message>
        <source>Referrals as intake records them; the clock starts with authorization.</source>
        <translation>Los referidos tal como los registra admisión; el reloj empieza con la autorización.</translation>
    </message>
    <message>
        <source>Half took longer. Undecided ones stand beside it: the newest days look quicker than they are.</source>
        <translation>La mitad tardó más. Los no decididos figuran al lado: los días más recientes parecen más rápidos de lo que son.</translation>
    </message>
    <message>
        <source>Half took longer. Where only the day is known it counts as noon.</source>
        <translation>La mitad tardó más. Donde solo se conoce el día, cuenta como mediodía.</translation>
    </message>
    <message>
        <source>Loop on time</source>
        <translation>Avisos a tiempo</translation>
    </message>
    <message>
        <source>Updates given by their due time / updates due by now.</source>
        <translation>Avisos dados antes de su plazo / avisos que ya debían darse.</translation>
    </message>
    <message>
        <source>The time at which the update was due.</source>
        <translation>El momento en que debía darse el aviso.</translation>
    </message>
    <message>
        <source>Updates to sources as they are noted; their times are set in Settings.</source>
        <translation>Los avisos a las fuentes tal como se anotan; sus plazos se fijan en Ajustes.</translation>
    </message>
    <message>
        <source>Updates that nobody is to be told are left out.</source>
        <translation>Los avisos que no se dan a nadie quedan fuera.</translation>
    </message>
    <message>
        <source>{measure} cannot be split by {by}.</source>
        <translation>{measure} no se puede dividir por {by}.</translation>
    </message>
    <message>
        <source>{measure} cannot be told by {by}.</source>
        <translation>{measure} no se puede contar por {by}.</translation>
    </message>
    <message>
        <source>This</source>
        <translation>Esto</translation>
    </message>
    <message>
        <source>liaison</source>
        <translation>enlace</translation>
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
        <source>type of source</source>
        <translation>tipo de fuente</translation>
    </message>
    <message>
        <source>source</source>
        <translation>fuente</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>actividad</translation>
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
        <source>service line</source>
        <translation>línea de servicio</translation>
    </message>
    <message>
        <source>clinical group</source>
        <translation>grupo clínico</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>motivo</translation>
    </message>
    <message>
        <source>whose reason</source>
        <translation>de quién es el motivo</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Referidos</translation>
    </message>
    <message>
        <source>The number of referrals.</source>
        <translation>El número de referidos.</translation>
    </message>
    <message>
        <source>The day authorization came, or as long as it has not, the first hearing.</source>
        <translation>El día en que llegó la autorización o, mientras no llegue, el día en que se supo de él.</translation>
    </message>
    <message>
        <source>Referrals as intake records them.</source>
        <translation>Los referidos tal como los registra admisión.</translation>
    </message>
    <message>
        <source>Says nothing of what became of them; conversion does.</source>
        <translation>No dice qué fue de ellos; eso lo dice la conversión.</translation>
    </message>
    <message>
        <source>Referrals per ten visits</source>
        <translation>Referidos por cada diez visitas</translation>
    </message>
    <message>
        <source>10 x referrals / completed visits that count, both of the period.</source>
        <translation>10 x referidos / visitas realizadas que cuentan, ambos del período.</translation>
    </message>
    <message>
        <source>Referrals per hour</source>
        <translation>Referidos por hora</translation>
    </message>
    <message>
        <source>Referrals / hours of completed visits, travel included, both of the period.</source>
        <translation>Referidos / horas de visitas realizadas, con el viaje, ambos del período.</translation>
    </message>
    <message>
        <source>Each its own: the day of the referral, the day of the visit.</source>
        <translation>Cada uno el suyo: el día del referido, el día de la visita.</translation>
    </message>
    <message>
        <source>Visits of which no minutes were noted stand beside it and are not in the hours.</source>
        <translation>Las visitas sin minutos anotados figuran al lado y no están en las horas.</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>Miles per admission</source>
        <translation>Millas por admisión</translation>
    </message>
    <message>
        <source>Miles of completed visits / admissions, both of the period.</source>
        <translation>Millas de visitas realizadas / admisiones, ambas del período.</translation>
    </message>
    <message>
        <source>What an hour costs is not set: Settings &gt; Rules.</source>
        <translation>No se ha fijado lo que cuesta una hora: Ajustes &gt; Reglas.</translation>
    </message>
    <message>
        <source>What a mile costs is not set: Settings &gt; Agency.</source>
        <translation>No se ha fijado lo que cuesta una milla: Ajustes &gt; Agencia.</translation>
    </message>
    <message>
        <source>Cost per admission</source>
        <translation>Costo por admisión</translation>
    </message>
    <message>
        <source>(minutes x hourly cost + miles x mileage rate) / admissions, both of the period.</source>
        <translation>(minutos x costo por hora + millas x tarifa por milla) / admisiones, ambos del período.</translation>
    </message>
    <message>
        <source>Each its own: the day of the visit, the day of the start of care.</source>
        <translation>Cada una el suyo: el día de la visita, el día del inicio de la atención.</translation>
    </message>
    <message>
        <source>Visits as they are logged; hourly cost and the mileage rate of each day from Settings.</source>
        <translation>Las visitas tal como se anotan; el costo por hora y la tarifa por milla de cada día, de Ajustes.</translation>
    </message>
    <message>
        <source>Expenses are not recorded yet. Visits without minutes stand beside it. The earliest rates hold before.</source>
        <translation>Los gastos aún no se registran. Las visitas sin minutos figuran al lado. Antes valen las primeras tarifas.</translation>
    </message>
    <message>
        <source>Cost, dollars</source>
        <translation>Costo, dólares</translation>
    </message>
    <message>
        <source>Referrals and visits as they are recorded.</source>
        <translation>Los referidos y las visitas tal como se registran.</translation>
    </message>
    <message>
        <source>A referral may come of visits before the period, or of none at all.</source>
        <translation>Un referido puede venir de visitas anteriores al período, o de ninguna.</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>The number of completed visits of every kind, calls too.</source>
        <translation>El número de visitas realizadas de todo tipo, también llamadas.</translation>
    </message>
    <message>
        <source>Visits as they are logged.</source>
        <translation>Las visitas tal como se anotan.</translation>
    </message>
    <message>
        <source>More visits are not better by themselves: see what came of them.</source>
        <translation>Más visitas no son mejores por sí solas: mire qué resultó de ellas.</translation>
    </message>
    <message>
        <source>Agreed asks</source>
        <translation>Solicitudes aceptadas</translation>
    </message>
    <message>
        <source>The number of visits that count at which a source agreed to send referrals.</source>
        <translation>El número de visitas que cuentan en las que una fuente aceptó enviar referidos.</translation>
    </message>
    <message>
        <source>A yes is no referral yet.</source>
        <translation>Un sí todavía no es un referido.</translation>
    </message>
    <message>
        <source>Ask rate</source>
        <translation>Tasa de solicitud</translation>
    </message>
    <message>
        <source>Visits at which referrals were asked for / completed visits that count.</source>
        <translation>Visitas en las que se pidieron referidos / visitas realizadas que cuentan.</translation>
    </message>
    <message>
        <source>Visits of which nobody noted it count as not asked.</source>
        <translation>Las visitas de las que nadie lo anotó cuentan como sin pedir.</translation>
    </message>
    <message>
        <source>Commitments kept</source>
        <translation>Compromisos cumplidos</translation>
    </message>
    <message>
        <source>Kept by their day / due: kept, broken, or still open after their day.</source>
        <translation>Cumplidos en su día / vencidos: cumplidos, rotos o todavía abiertos después de su día.</translation>
    </message>
    <message>
        <source>The day on which it is due.</source>
        <translation>El día en que vence.</translation>
    </message>
    <message>
        <source>Commitments to sources as they are noted.</source>
        <translation>Los compromisos con las fuentes tal como se anotan.</translation>
    </message>
    <message>
        <source>Withdrawn ones are left out; those open and not yet due stand beside it.</source>
        <translation>Los retirados quedan fuera; los abiertos que aún no vencen figuran al lado.</translation>
    </message>
    <message>
        <source>Fifth visits reached</source>
        <translation>Quintas visitas alcanzadas</translation>
    </message>
    <message>
        <source>The number of prospects that reached the visit at which a source of their type is decided: the fifth.</source>
        <translation>El número de fuentes potenciales que llegaron a la visita en que se decide una fuente de su tipo: la quinta.</translation>
    </message>
    <message>
        <source>Types of sources may be decided at another visit than the fifth, as Settings says.</source>
        <translation>Según Ajustes, un tipo de fuente puede decidirse en otra visita que la quinta.</translation>
    </message>
    <message>
        <source>Miles</source>
        <translation>Millas</translation>
    </message>
    <message>
        <source>The miles of completed visits.</source>
        <translation>Las millas de las visitas realizadas.</translation>
    </message>
    <message>
        <source>Visits of which no miles were noted stand beside it.</source>
        <translation>Las visitas sin millas anotadas figuran al lado.</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>The minutes of completed visits, travel included.</source>
        <translation>Los minutos de las visitas realizadas, con el viaje.</translation>
    </message>
    <message>
        <source>Visits of which no minutes were noted stand beside it.</source>
        <translation>Las visitas sin minutos anotados figuran al lado.</translation>
    </message>
    <message>
        <source>Minutes to first reply</source>
        <translation>Minutos hasta la primera respuesta</translation>
    </message>
    <message>
        <source>The median of the minutes from received to the first update given to the source.</source>
        <translation>La mediana de los minutos desde la recepción hasta el primer aviso dado a la fuente.</translation>
    </message>
    <message>
        <source>Updates to sources as they are noted; the clock starts with authorization.</source>
        <translation>Los avisos a las fuentes tal como se anotan; el reloj empieza con la autorización.</translation>
    </message>
    <message>
        <source>Below 0 where the source was answered before authorization came. Unanswered ones stand beside it.</source>
        <translation>Menos de 0 donde se respondió a la fuente antes de llegar la autorización. Los no respondidos figuran al lado.</translation>
    </message>
    <message>
        <source>New prospects met</source>
        <translation>Nuevas potenciales visitadas</translation>
    </message>
    <message>
        <source>The number of prospects whose first visit that counts lies in the period.</source>
        <translation>El número de fuentes potenciales cuya primera visita que cuenta cae en el período.</translation>
    </message>
    <message>
        <source>The day of the first visit.</source>
        <translation>El día de la primera visita.</translation>
    </message>
    <message>
        <source>Sources that were not prospective on that day are not among them.</source>
        <translation>Las fuentes que ese día no eran potenciales no están entre ellas.</translation>
    </message>
    <message>
        <source>Not admitted</source>
        <translation>No admitidos</translation>
    </message>
    <message>
        <source>The number of referrals that were not admitted.</source>
        <translation>El número de referidos que no fueron admitidos.</translation>
    </message>
    <message>
        <source>Referrals as intake records them; each reason carries whose it is.</source>
        <translation>Los referidos tal como los registra admisión; cada motivo dice de quién es.</translation>
    </message>
    <message>
        <source>A later start of care takes a referral out of it.</source>
        <translation>Un inicio posterior de la atención saca al referido de aquí.</translation>
    </message>
    <message>
        <source>Timely (CMS)</source>
        <translation>A tiempo (CMS)</translation>
    </message>
    <message>
        <source>Timely / (timely + not timely) starts of care; those whose dates are missing stand beside it.</source>
        <translation>Inicios de la atención a tiempo / (a tiempo + no a tiempo); aquellos a los que faltan fechas figuran al lado.</translation>
    </message>
    <message>
        <source>Timely initiation of care as CMS counts it since 2018, in calendar days.</source>
        <translation>El inicio oportuno de la atención como lo cuenta CMS desde 2018, en días naturales.</translation>
    </message>
    <message>
        <source>CMS tells it from OASIS; this is told from what intake recorded.</source>
        <translation>CMS lo cuenta a partir de OASIS; esto se cuenta a partir de lo que registró admisión.</translation>
    </message>
    <message>
        <source>Visits missed</source>
        <translation>Visitas perdidas</translation>
    </message>
    <message>
        <source>The number of visits that were missed.</source>
        <translation>El número de visitas que se perdieron.</translation>
    </message>
    <message>
        <source>Planned visits that nobody logged are not among them.</source>
        <translation>Las visitas planificadas que nadie anotó no están entre ellas.</translation>
    </message>
    <message>
        <source>Visits planned</source>
        <translation>Visitas planificadas</translation>
    </message>
    <message>
        <source>The number of visits that are planned and not logged yet.</source>
        <translation>El número de visitas planificadas que aún no se han anotado.</translation>
    </message>
    <message>
        <source>What was planned and then completed, missed or cancelled is no longer among them.</source>
        <translation>Lo que se planificó y luego se realizó, se perdió o se canceló ya no está entre ellas.</translation>
    </message>
    <message>
        <source>Visits to first referral</source>
        <translation>Visitas hasta el primer referido</translation>
    </message>
    <message>
        <source>The median number of visits that count before a source&apos;s first referral.</source>
        <translation>La mediana del número de visitas que cuentan antes del primer referido de una fuente.</translation>
    </message>
    <message>
        <source>The day of the source&apos;s first referral.</source>
        <translation>El día del primer referido de la fuente.</translation>
    </message>
    <message>
        <source>Sources that have not sent anybody yet are not in it. Visits before the program was used are not known.</source>
        <translation>Las fuentes que aún no han enviado a nadie no están. Las visitas anteriores al uso del programa no se conocen.</translation>
    </message>
    <message>
        <source>Within 48 hours</source>
        <translation>En 48 horas</translation>
    </message>
    <message>
        <source>Starts of care within 48 hours of received or of the return home, or on the ordered day / all of them.</source>
        <translation>Inicios de la atención en las 48 horas desde la recepción o desde el regreso a casa, o en el día ordenado / todos ellos.</translation>
    </message>
    <message>
        <source>The condition of participation of home health agencies, 42 CFR 484.55(a)(1).</source>
        <translation>La condición de participación de las agencias de salud en el hogar, 42 CFR 484.55(a)(1).</translation>
    </message>
    <message>
        <source>Where only the day is known it counts as noon.</source>
        <translation>Donde solo se conoce el día, cuenta como mediodía.</translation>
    </message>
    <message>
        <source>Cadence compliance</source>
        <translation>Cumplimiento de la cadencia</translation>
    </message>
    <message>
        <source>Active sources visited within their cadence / active sources.</source>
        <translation>Fuentes activas visitadas dentro de su cadencia / fuentes activas.</translation>
    </message>
    <message>
        <source>The end of the period, or today as long as it has not come.</source>
        <translation>El fin del período, u hoy mientras no haya llegado.</translation>
    </message>
    <message>
        <source>Visits that count, against the cadence of each source.</source>
        <translation>Las visitas que cuentan, frente a la cadencia de cada fuente.</translation>
    </message>
    <message>
        <source>Of the sources active today, by today&apos;s cadence; without days of grace.</source>
        <translation>De las fuentes activas hoy, con la cadencia de hoy; sin días de gracia.</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Última visita</translation>
    </message>
    <message>
        <source>Cadence, days</source>
        <translation>Cadencia, días</translation>
    </message>
    <message>
        <source>Concentration</source>
        <translation>Concentración</translation>
    </message>
    <message>
        <source>Admissions from the three sources with most / admissions.</source>
        <translation>Admisiones de las tres fuentes que más tienen / admisiones.</translation>
    </message>
    <message>
        <source>The higher, the more hangs on a few. A hospital and its units are sources of their own.</source>
        <translation>Cuanto más alta, más depende de unas pocas. Un hospital y sus unidades son fuentes propias.</translation>
    </message>
    <message>
        <source>Referrals per prior visit</source>
        <translation>Referidos por visita anterior</translation>
    </message>
    <message>
        <source>Referrals / completed visits that count in as many days just before the period.</source>
        <translation>Referidos / visitas realizadas que cuentan en otros tantos días justo antes del período.</translation>
    </message>
    <message>
        <source>The day of the referral; visits by their day, one period earlier.</source>
        <translation>El día del referido; las visitas por su día, un período antes.</translation>
    </message>
    <message>
        <source>Nobody says that a referral came of such a visit.</source>
        <translation>Nadie dice que un referido viniera de una visita así.</translation>
    </message>
    <message>
        <source>Rhythm kept</source>
        <translation>Ritmo cumplido</translation>
    </message>
    <message>
        <source>Gaps between visits that were kept / gaps, of active sources.</source>
        <translation>Intervalos entre visitas cumplidos / intervalos, de las fuentes activas.</translation>
    </message>
    <message>
        <source>The end of the gap; for one still open that is too long, the end of the period.</source>
        <translation>El fin del intervalo; para uno abierto que ya es demasiado largo, el fin del período.</translation>
    </message>
    <message>
        <source>By today&apos;s cadence and owner. Each month or week is told as a period of its own.</source>
        <translation>Según la cadencia y el responsable de hoy. Cada mes o semana se cuenta como un período propio.</translation>
    </message>
    <message>
        <source>Share of potential</source>
        <translation>Parte del potencial</translation>
    </message>
    <message>
        <source>Referrals of the last 12 months / (12 x potential a month).</source>
        <translation>Referidos de los últimos 12 meses / (12 x potencial al mes).</translation>
    </message>
    <message>
        <source>The 12 months to the end of the period, or to today.</source>
        <translation>Los 12 meses hasta el fin del período, o hasta hoy.</translation>
    </message>
    <message>
        <source>Referrals as intake records them; potential as told, counted or estimated.</source>
        <translation>Los referidos tal como los registra admisión; el potencial según lo dicho, contado o estimado.</translation>
    </message>
    <message>
        <source>Where none is known the median of the type is taken: a guess. Potentials are today&apos;s.</source>
        <translation>Donde no se conoce se toma la mediana del tipo: una suposición. Los potenciales son los de hoy.</translation>
    </message>
    <message>
        <source>Potential a month</source>
        <translation>Potencial al mes</translation>
    </message>
    <message>
        <source>Referrals, 12 months</source>
        <translation>Referidos, 12 meses</translation>
    </message>
    <message>
        <source>Sources without a potential: {count}.</source>
        <translation>Fuentes sin potencial: {count}.</translation>
    </message>
    <message>
        <source>What an admission brings is not set: Settings &gt; Rules.</source>
        <translation>No se ha fijado lo que trae una admisión: Ajustes &gt; Reglas.</translation>
    </message>
    <message>
        <source>Source value</source>
        <translation>Valor de la fuente</translation>
    </message>
    <message>
        <source>Admissions x what an admission brings on average.</source>
        <translation>Admisiones x lo que trae en promedio una admisión.</translation>
    </message>
    <message>
        <source>An estimate from the average revenue per admission that is set in Settings.</source>
        <translation>Una estimación según el ingreso promedio por admisión fijado en Ajustes.</translation>
    </message>
    <message>
        <source>What the period&apos;s admissions brought; nothing is foretold. The earliest rate holds before.</source>
        <translation>Lo que trajeron las admisiones del período; no se pronostica nada. Antes vale la primera tarifa.</translation>
    </message>
</context>
<context>
    <name>moves</name>
    <message>
        <source>Leave it for now</source>
        <translation>Dejarla por ahora</translation>
    </message>
    <message>
        <source>Missed: plan again for {when}</source>
        <translation>No realizada: planificar de nuevo para el {when}</translation>
    </message>
    <message>
        <source>Moved: to {when}</source>
        <translation>Movida: al {when}</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>No realizada</translation>
    </message>
    <message>
        <source>Done: {advance}</source>
        <translation>Hecha: {advance}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Move to {when}</source>
        <translation>Mover al {when}</translation>
    </message>
    <message>
        <source>Leave on {day}</source>
        <translation>Dejar el {day}</translation>
    </message>
    <message>
        <source>Cancel the visit</source>
        <translation>Cancelar la visita</translation>
    </message>
    <message>
        <source>One visit is planned where nobody works then. It goes to the next free place. Nothing is saved yet.</source>
        <translation>Hay una visita planificada donde entonces nadie trabaja. Pasa al próximo lugar libre. Todavía no se guardó nada.</translation>
    </message>
    <message>
        <source>{count} visits are planned where nobody works then. They go to free places. Nothing is saved yet.</source>
        <translation>Hay {count} visitas planificadas donde entonces nadie trabaja. Pasan a lugares libres. Todavía no se guardó nada.</translation>
    </message>
    <message>
        <source>{count} visit moved</source>
        <translation>{count} visita movida</translation>
    </message>
    <message>
        <source>{count} visits moved</source>
        <translation>{count} visitas movidas</translation>
    </message>
    <message>
        <source>{count} visit cancelled</source>
        <translation>{count} visita cancelada</translation>
    </message>
    <message>
        <source>{count} visits cancelled</source>
        <translation>{count} visitas canceladas</translation>
    </message>
    <message>
        <source>{source}, {planned}: what becomes of it</source>
        <translation>{source}, {planned}: qué pasa con ella</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>{verb} and change {count} visit</source>
        <translation>{verb} y cambiar {count} visita</translation>
    </message>
    <message>
        <source>{verb} and change {count} visits</source>
        <translation>{verb} y cambiar {count} visitas</translation>
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
        <source>approach</source>
        <translation>enfoque</translation>
    </message>
    <message>
        <source>approach note</source>
        <translation>nota de un enfoque</translation>
    </message>
    <message>
        <source>approach source</source>
        <translation>fuente de un enfoque</translation>
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
        <source>event</source>
        <translation>evento</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>objetivo</translation>
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
        <source>note</source>
        <translation>nota</translation>
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
        <source>pilot</source>
        <translation>piloto</translation>
    </message>
    <message>
        <source>pilot standard</source>
        <translation>criterio del piloto</translation>
    </message>
    <message>
        <source>planned visit</source>
        <translation>visita planificada</translation>
    </message>
    <message>
        <source>policy review</source>
        <translation>revisión de la política</translation>
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
        <source>referral discipline</source>
        <translation>disciplina del referido</translation>
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
        <source>{count:,} event</source>
        <translation>{count:,} evento</translation>
    </message>
    <message>
        <source>{count:,} events</source>
        <translation>{count:,} eventos</translation>
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
        <source>{count:,} pilot</source>
        <translation>{count:,} piloto</translation>
    </message>
    <message>
        <source>{count:,} pilots</source>
        <translation>{count:,} pilotos</translation>
    </message>
    <message>
        <source>{count:,} approach</source>
        <translation>{count:,} enfoque</translation>
    </message>
    <message>
        <source>{count:,} approaches</source>
        <translation>{count:,} enfoques</translation>
    </message>
    <message>
        <source>{count:,} note</source>
        <translation>{count:,} nota</translation>
    </message>
    <message>
        <source>{count:,} notes</source>
        <translation>{count:,} notas</translation>
    </message>
    <message>
        <source>{count:,} goal</source>
        <translation>{count:,} objetivo</translation>
    </message>
    <message>
        <source>{count:,} goals</source>
        <translation>{count:,} objetivos</translation>
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
        <translation>Esa persona ya no existe.</translation>
    </message>
    <message>
        <source>{person} saved</source>
        <translation>{person}: guardado</translation>
    </message>
    <message>
        <source>a new person</source>
        <translation>una persona nueva</translation>
    </message>
    <message>
        <source>{person} added</source>
        <translation>Se agregó a {person}</translation>
    </message>
    <message>
        <source>Why is {person} archived? (may be left blank)</source>
        <translation>¿Por qué se archiva a {person}? (puede quedar en blanco)</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restaurada</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>vCard</source>
        <translation>vCard</translation>
    </message>
    <message>
        <source>Edit this person (Enter in the table)</source>
        <translation>Editar a esta persona (Intro en la tabla)</translation>
    </message>
    <message>
        <source>Save this person as a vCard for a phone or another program</source>
        <translation>Guardar a esta persona como vCard para un teléfono u otro programa</translation>
    </message>
    <message>
        <source>Parts of this person</source>
        <translation>Partes de esta persona</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
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
        <source>Commitments</source>
        <translation>Compromisos</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>Nadie elegido</translation>
    </message>
    <message>
        <source>Choose somebody in the table to see where they are and how to reach them.</source>
        <translation>Elija a alguien en la tabla para ver dónde está y cómo comunicarse.</translation>
    </message>
    <message>
        <source>Not met at a visit yet.</source>
        <translation>Aún no se le ha visto en ninguna visita.</translation>
    </message>
    <message>
        <source>No referral came through this person yet.</source>
        <translation>Aún no ha llegado ningún referido por esta persona.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Agregar persona</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>What you typed is kept as a draft</source>
        <translation>Lo que escribió se conserva como borrador</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>{person} archived</source>
        <translation>{person}: archivado</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>At</source>
        <translation>En</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Prefers</source>
        <translation>Prefiere</translation>
    </message>
    <message>
        <source>Last met</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>NPI</source>
        <translation>NPI</translation>
    </message>
    <message>
        <source>Needs heard</source>
        <translation>Necesidades oídas</translation>
    </message>
    <message>
        <source>1 archived person</source>
        <translation>1 persona archivada</translation>
    </message>
    <message>
        <source>{count:,} archived people</source>
        <translation>{count:,} personas archivadas</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 persona</translation>
    </message>
    <message>
        <source>{count:,} people</source>
        <translation>{count:,} personas</translation>
    </message>
    <message>
        <source>{count:,} people, {shown:,} shown</source>
        <translation>{count:,} personas, {shown:,} mostradas</translation>
    </message>
    <message>
        <source>no place any more</source>
        <translation>ya sin lugar</translation>
    </message>
    <message>
        <source>no place yet</source>
        <translation>aún sin lugar</translation>
    </message>
    <message>
        <source>{source} and {count} more</source>
        <translation>{source} y {count} más</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>prefers {channel}</source>
        <translation>prefiere {channel}</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>por {name}</translation>
    </message>
    <message>
        <source>Archived {day}</source>
        <translation>Archivado el {day}</translation>
    </message>
    <message>
        <source>NPI {npi}</source>
        <translation>NPI {npi}</translation>
    </message>
    <message>
        <source>last met {day}</source>
        <translation>última vez el {day}</translation>
    </message>
    <message>
        <source>left</source>
        <translation>se fue</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>por llegar</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde el {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>hasta el {day}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Filter people as you type</source>
        <translation>Filtre personas al escribir</translation>
    </message>
    <message>
        <source>Finds names, numbers, addresses, needs, notes and places (/ or Ctrl+F)</source>
        <translation>Encuentra nombres, números, direcciones, necesidades, notas y lugares (/ o Ctrl+F)</translation>
    </message>
    <message>
        <source>No place any more</source>
        <translation>Ya sin lugar</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivado</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>Who has left everywhere and began nowhere else</source>
        <translation>Quienes dejaron todos los lugares y no empezaron en otro</translation>
    </message>
    <message>
        <source>Show archived people instead of those in use</source>
        <translation>Mostrar las personas archivadas en vez de las activas</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Borrar el filtro</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Elegir columnas</translation>
    </message>
    <message>
        <source>Add a place…</source>
        <translation>Agregar un lugar…</translation>
    </message>
    <message>
        <source>Add this place</source>
        <translation>Agregar este lugar</translation>
    </message>
    <message>
        <source>{person} added there</source>
        <translation>Se agregó a {person} ahí</translation>
    </message>
    <message>
        <source>Move there</source>
        <translation>Mover ahí</translation>
    </message>
    <message>
        <source>{person} moved</source>
        <translation>{person}: en otro lugar</translation>
    </message>
    <message>
        <source>Since which day</source>
        <translation>Desde qué día</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>Se fue</translation>
    </message>
    <message>
        <source>{person} has left</source>
        <translation>{person} se fue</translation>
    </message>
    <message>
        <source>{person} is back</source>
        <translation>{person} está de vuelta</translation>
    </message>
    <message>
        <source>This place is no longer there.</source>
        <translation>Este lugar ya no existe.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>No number and no address yet. Add them under Edit.</source>
        <translation>Aún no hay número ni dirección. Agréguelos en Editar.</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>Cómo comunicarse</translation>
    </message>
    <message>
        <source>Open source</source>
        <translation>Abrir fuente</translation>
    </message>
    <message>
        <source>Move to another place…</source>
        <translation>Mover a otro lugar…</translation>
    </message>
    <message>
        <source>Is back</source>
        <translation>Volvió</translation>
    </message>
    <message>
        <source>Has left…</source>
        <translation>Se fue…</translation>
    </message>
    <message>
        <source>Type a name and pick the source from the list.</source>
        <translation>Escriba un nombre y elija la fuente de la lista.</translation>
    </message>
    <message>
        <source>What you typed about {name}, left half-filled {when}.</source>
        <translation>Lo que escribió sobre {name}, a medias {when}.</translation>
    </message>
    <message>
        <source>A new person, left half-filled {when}.</source>
        <translation>Una persona nueva, a medias {when}.</translation>
    </message>
    <message>
        <source>A place of {name}, left half-filled {when}.</source>
        <translation>Un lugar de {name}, a medias {when}.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Choose a file of vCards (.vcf), as phones and mail programs save them.</source>
        <translation>Elija un archivo de vCards (.vcf), como los que guardan los teléfonos y los programas de correo.</translation>
    </message>
    <message>
        <source>Looking at {name}…</source>
        <translation>Mirando {name}…</translation>
    </message>
    <message>
        <source>Look at vCards</source>
        <translation>Mirar vCards</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Choose a file of vCards</source>
        <translation>Elegir un archivo de vCards</translation>
    </message>
    <message>
        <source>vCards (*.vcf *.vcard)</source>
        <translation>vCards (*.vcf *.vcard)</translation>
    </message>
    <message>
        <source>There is nothing new in this file</source>
        <translation>No hay nada nuevo en este archivo</translation>
    </message>
    <message>
        <source>Card {number}</source>
        <translation>Tarjeta {number}</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>dejarla fuera</translation>
    </message>
    <message>
        <source>Whose card is {name}?</source>
        <translation>¿De quién es la tarjeta {name}?</translation>
    </message>
    <message>
        <source>The import was taken back</source>
        <translation>Se deshizo la importación</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Something went wrong here. Nothing was changed.</source>
        <translation>Algo salió mal aquí. No se cambió nada.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nueva</translation>
    </message>
    <message>
        <source>adds to somebody here</source>
        <translation>completa a alguien de aquí</translation>
    </message>
    <message>
        <source>already here</source>
        <translation>ya está aquí</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>elegir</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>queda fuera</translation>
    </message>
    <message>
        <source>{count:,} new</source>
        <translation>{count:,} nuevas</translation>
    </message>
    <message>
        <source>{count:,} add to somebody here</source>
        <translation>{count:,} completan a alguien de aquí</translation>
    </message>
    <message>
        <source>{count:,} already here</source>
        <translation>{count:,} ya están aquí</translation>
    </message>
    <message>
        <source>{count:,} to choose</source>
        <translation>{count:,} por elegir</translation>
    </message>
    <message>
        <source>{count:,} left out</source>
        <translation>{count:,} quedan fuera</translation>
    </message>
    <message>
        <source>1 card</source>
        <translation>1 tarjeta</translation>
    </message>
    <message>
        <source>{count:,} cards</source>
        <translation>{count:,} tarjetas</translation>
    </message>
    <message>
        <source>{count:,} changed</source>
        <translation>{count:,} cambiadas</translation>
    </message>
    <message>
        <source>People brought in: {counts}</source>
        <translation>Personas incorporadas: {counts}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Bring people in from vCards of a phone or another program</source>
        <translation>Traer personas de vCards de un teléfono u otro programa</translation>
    </message>
    <message>
        <source>Save the people shown as vCards, CSV or Excel</source>
        <translation>Guardar las personas mostradas como vCards, CSV o Excel</translation>
    </message>
    <message>
        <source>Import vCards</source>
        <translation>Importar vCards</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Borrar filtro</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>Aún no hay nadie</translation>
    </message>
    <message>
        <source>Bring the people you know from a phone or another program, or add the first one.</source>
        <translation>Traiga a las personas que conoce de un teléfono u otro programa, o agregue la primera.</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>No se encontró a nadie</translation>
    </message>
    <message>
        <source>Nobody goes with this filter.</source>
        <translation>Nadie coincide con este filtro.</translation>
    </message>
    <message>
        <source>Add this place to them</source>
        <translation>Agregarle este lugar</translation>
    </message>
    <message>
        <source>The same NPI: {who}</source>
        <translation>El mismo NPI: {who}</translation>
    </message>
    <message>
        <source>The same CCN: {who}</source>
        <translation>El mismo CCN: {who}</translation>
    </message>
    <message>
        <source>The same e-mail: {who}</source>
        <translation>El mismo correo: {who}</translation>
    </message>
    <message>
        <source>The same phone: {who}</source>
        <translation>El mismo teléfono: {who}</translation>
    </message>
    <message>
        <source>Already here? {who}</source>
        <translation>¿Ya está aquí? {who}</translation>
    </message>
    <message>
        <source>{said} (archived)</source>
        <translation>{said} (archivado)</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Títulos profesionales</translation>
    </message>
    <message>
        <source>MD, RN, MSW</source>
        <translation>MD, RN, MSW</translation>
    </message>
    <message>
        <source>Part in the decision</source>
        <translation>Papel en la decisión</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Title here</source>
        <translation>Cargo ahí</translation>
    </message>
    <message>
        <source>At which source</source>
        <translation>En qué fuente</translation>
    </message>
    <message>
        <source>Title there</source>
        <translation>Cargo allí</translation>
    </message>
    <message>
        <source>Role here</source>
        <translation>Función aquí</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>Here since</source>
        <translation>Aquí desde</translation>
    </message>
    <message>
        <source>Here until</source>
        <translation>Aquí hasta</translation>
    </message>
    <message>
        <source>Blank while they are here</source>
        <translation>En blanco mientras esté aquí</translation>
    </message>
    <message>
        <source>To which source</source>
        <translation>A qué fuente</translation>
    </message>
    <message>
        <source>From which day</source>
        <translation>Desde qué día</translation>
    </message>
    <message>
        <source>Role there</source>
        <translation>Función ahí</translation>
    </message>
    <message>
        <source>Department there</source>
        <translation>Departamento ahí</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>Desde cuándo</translation>
    </message>
    <message>
        <source>Blank where it is not known</source>
        <translation>En blanco si no se sabe</translation>
    </message>
    <message>
        <source>Say on which day.</source>
        <translation>Indique qué día.</translation>
    </message>
    <message>
        <source>Everything about {person}</source>
        <translation>Todo sobre {person}</translation>
    </message>
    <message>
        <source>1 person saved to {name}</source>
        <translation>1 persona guardada en {name}</translation>
    </message>
    <message>
        <source>{count:,} people saved to {name}</source>
        <translation>{count:,} personas guardadas en {name}</translation>
    </message>
    <message>
        <source>vCards (*.vcf)</source>
        <translation>vCards (*.vcf)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Save people</source>
        <translation>Guardar personas</translation>
    </message>
    <message>
        <source>Looking at every card</source>
        <translation>Mirando cada tarjeta</translation>
    </message>
    <message>
        <source>Bringing people in</source>
        <translation>Incorporando personas</translation>
    </message>
    <message>
        <source>Making a backup first</source>
        <translation>Haciendo antes una copia de seguridad</translation>
    </message>
</context>
<context>
    <name>pilots</name>
    <message>
        <source>Say within how many hours, from 1 to 8,760.</source>
        <translation>Diga en cuántas horas, de 1 a 8,760.</translation>
    </message>
    <message>
        <source>This measure does not ask within how many hours.</source>
        <translation>Esta medida no pregunta en cuántas horas.</translation>
    </message>
    <message>
        <source>A target in per cent lies from 0 to 100.</source>
        <translation>Una meta en porcentaje va de 0 a 100.</translation>
    </message>
    <message>
        <source>A target in hours lies from 0 to 8,760.</source>
        <translation>Una meta en horas va de 0 a 8,760.</translation>
    </message>
    <message>
        <source>A target here is a whole number from 0 to 100,000.</source>
        <translation>Aquí la meta es un número entero de 0 a 100,000.</translation>
    </message>
    <message>
        <source>It starts on {day}. Until then it can be edited or declined, not finished.</source>
        <translation>Empieza el {day}. Hasta entonces se puede editar o rechazar, no terminar.</translation>
    </message>
    <message>
        <source>An archived pilot stays as it is. Restore it first.</source>
        <translation>Un piloto archivado se queda como está. Restáurelo primero.</translation>
    </message>
    <message>
        <source>A pilot that is {current} cannot become {new}.</source>
        <translation>Un piloto {current} no puede pasar a {new}.</translation>
    </message>
    <message>
        <source>Say why they said no.</source>
        <translation>Diga por qué dijeron que no.</translation>
    </message>
    <message>
        <source>Say what came of it.</source>
        <translation>Diga qué resultó.</translation>
    </message>
    <message>
        <source>It ends before it starts.</source>
        <translation>Termina antes de empezar.</translation>
    </message>
    <message>
        <source>A pilot lasts a year at most. Choose an earlier last day.</source>
        <translation>Un piloto dura como máximo un año. Elija un último día anterior.</translation>
    </message>
    <message>
        <source>It starts before it was proposed.</source>
        <translation>Empieza antes de haberse propuesto.</translation>
    </message>
    <message>
        <source>Say by what it is measured: one standard at least.</source>
        <translation>Diga con qué se mide: al menos un estándar.</translation>
    </message>
    <message>
        <source>A pilot has {most} standards at most: what is promised must be easy to remember.</source>
        <translation>Un piloto tiene como máximo {most} estándares: lo prometido debe ser fácil de recordar.</translation>
    </message>
    <message>
        <source>{measure} is there twice.</source>
        <translation>{measure} aparece dos veces.</translation>
    </message>
    <message>
        <source>Give the pilot a name.</source>
        <translation>Dé un nombre al piloto.</translation>
    </message>
    <message>
        <source>A name can have up to {most} characters.</source>
        <translation>Un nombre puede tener hasta {most} caracteres.</translation>
    </message>
    <message>
        <source>A day is needed here.</source>
        <translation>Aquí hace falta un día.</translation>
    </message>
    <message>
        <source>Choose the source.</source>
        <translation>Elija la fuente.</translation>
    </message>
    <message>
        <source>That pilot is no longer there.</source>
        <translation>Ese piloto ya no existe.</translation>
    </message>
    <message>
        <source>What we promise</source>
        <translation>Lo que prometemos</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Qué resultó</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Qué sigue</translation>
    </message>
    <message>
        <source>agreed with {name}</source>
        <translation>acordado con {name}</translation>
    </message>
    <message>
        <source>your contact with us: {name}</source>
        <translation>su contacto con nosotros: {name}</translation>
    </message>
    <message>
        <source>About: {which}</source>
        <translation>Sobre: {which}</translation>
    </message>
    <message>
        <source>What we said, what we did</source>
        <translation>Lo que dijimos, lo que hicimos</translation>
    </message>
    <message>
        <source>How it is measured</source>
        <translation>Cómo se mide</translation>
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
        <source>promised: {target}</source>
        <translation>prometido: {target}</translation>
    </message>
    <message>
        <source>For {who}, date</source>
        <translation>Por {who}, fecha</translation>
    </message>
    <message>
        <source>Measured from every referral of these days, none left out. Where there are too few cases a share or a median would mislead; the page says so.</source>
        <translation>Medido con todos los referidos de estos días, sin omitir ninguno. Donde hay muy pocos casos, un porcentaje o una mediana engañaría; la página lo dice.</translation>
    </message>
    <message>
        <source>The line across a bar is what was promised.</source>
        <translation>La línea que cruza una barra es lo prometido.</translation>
    </message>
    <message>
        <source>As of {day}. No patient is named on this page.</source>
        <translation>Al {day}. En esta página no se nombra a ningún paciente.</translation>
    </message>
    <message>
        <source>Referrals sent to us</source>
        <translation>Referidos que nos envían</translation>
    </message>
    <message>
        <source>Patients admitted</source>
        <translation>Pacientes admitidos</translation>
    </message>
    <message>
        <source>Referrals that we accept</source>
        <translation>Referidos que aceptamos</translation>
    </message>
    <message>
        <source>Referrals whose care starts</source>
        <translation>Referidos cuya atención comienza</translation>
    </message>
    <message>
        <source>Our decision within {hours} hours</source>
        <translation>Nuestra decisión en {hours} horas</translation>
    </message>
    <message>
        <source>Care starts within {hours} hours</source>
        <translation>La atención comienza en {hours} horas</translation>
    </message>
    <message>
        <source>Care starts on the day of the referral</source>
        <translation>La atención comienza el día del referido</translation>
    </message>
    <message>
        <source>Care starts in time as CMS measures it</source>
        <translation>La atención comienza a tiempo según la medida de CMS</translation>
    </message>
    <message>
        <source>Time to our decision (median)</source>
        <translation>Tiempo hasta nuestra decisión (mediana)</translation>
    </message>
    <message>
        <source>Time to the start of care (median)</source>
        <translation>Tiempo hasta el inicio de la atención (mediana)</translation>
    </message>
    <message>
        <source>Updates about patients told in time</source>
        <translation>Avisos sobre pacientes dados a tiempo</translation>
    </message>
    <message>
        <source>Patients who answer 9 or 10 of 10</source>
        <translation>Pacientes que responden 9 o 10 de 10</translation>
    </message>
    <message>
        <source>Patients back in hospital within 30 days</source>
        <translation>Pacientes que vuelven al hospital en 30 días</translation>
    </message>
    <message>
        <source>at least {value}</source>
        <translation>al menos {value}</translation>
    </message>
    <message>
        <source>at most {value}</source>
        <translation>como máximo {value}</translation>
    </message>
    <message>
        <source>too few to tell ({count})</source>
        <translation>muy pocos para saberlo ({count})</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ninguno todavía</translation>
    </message>
    <message>
        <source>median of {count}</source>
        <translation>mediana de {count}</translation>
    </message>
    <message>
        <source>{part} of {of}</source>
        <translation>{part} de {of}</translation>
    </message>
    <message>
        <source>met</source>
        <translation>cumplido</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>no cumplido</translation>
    </message>
    <message>
        <source>too few to tell</source>
        <translation>muy pocos para saberlo</translation>
    </message>
    <message>
        <source>No further case can bring it to its target.</source>
        <translation>Ningún caso más puede llevarlo a su meta.</translation>
    </message>
    <message>
        <source>1 more case is needed to tell.</source>
        <translation>Hace falta 1 caso más para saberlo.</translation>
    </message>
    <message>
        <source>{count} more cases are needed to tell.</source>
        <translation>Hacen falta {count} casos más para saberlo.</translation>
    </message>
    <message>
        <source>1 more would meet it.</source>
        <translation>1 más lo cumpliría.</translation>
    </message>
    <message>
        <source>{count} more would meet it.</source>
        <translation>{count} más lo cumplirían.</translation>
    </message>
    <message>
        <source>1 more good case would meet it.</source>
        <translation>1 caso bueno más lo cumpliría.</translation>
    </message>
    <message>
        <source>{count} more good cases in a row would meet it.</source>
        <translation>{count} casos buenos más seguidos lo cumplirían.</translation>
    </message>
    <message>
        <source>{met} of {all} standards met</source>
        <translation>{met} de {all} estándares cumplidos</translation>
    </message>
    <message>
        <source>{count} with too few cases to tell</source>
        <translation>{count} con muy pocos casos para saberlo</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
    <message>
        <source>day {day} of {days}</source>
        <translation>día {day} de {days}</translation>
    </message>
    <message>
        <source>over since {day}</source>
        <translation>terminó el {day}</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} días</translation>
    </message>
    <message>
        <source>paid by {payer}</source>
        <translation>paga {payer}</translation>
    </message>
    <message>
        <source>ZIP {zips}</source>
        <translation>ZIP {zips}</translation>
    </message>
    <message>
        <source>all referrals of this source</source>
        <translation>todos los referidos de esta fuente</translation>
    </message>
    <message>
        <source>Pilot: what we propose</source>
        <translation>Piloto: lo que proponemos</translation>
    </message>
    <message>
        <source>Pilot: how it stands</source>
        <translation>Piloto: cómo va</translation>
    </message>
    <message>
        <source>Pilot: what came of it</source>
        <translation>Piloto: qué resultó</translation>
    </message>
    <message>
        <source>{hours} hours</source>
        <translation>{hours} horas</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>nadie en particular</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>Cómo se llama</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Service line</source>
        <translation>Línea de servicio</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Pagador</translation>
    </message>
    <message>
        <source>ZIP codes</source>
        <translation>Códigos postales</translation>
    </message>
    <message>
        <source>Where it holds, such as 37203 37204. Empty means everywhere.</source>
        <translation>Dónde vale, por ejemplo 37203 37204. Vacío significa en todas partes.</translation>
    </message>
    <message>
        <source>Agreed with</source>
        <translation>Acordado con</translation>
    </message>
    <message>
        <source>Who sees to it</source>
        <translation>Quién se encarga</translation>
    </message>
    <message>
        <source>Measured by</source>
        <translation>Se mide con</translation>
    </message>
    <message>
        <source>Referrals of these days are counted by themselves.</source>
        <translation>Los referidos de estos días se cuentan solos.</translation>
    </message>
    <message>
        <source>Why they said no</source>
        <translation>Por qué dijeron que no</translation>
    </message>
    <message>
        <source>{measure}: say the target in numbers, such as 90.</source>
        <translation>{measure}: indique la meta en números, por ejemplo 90.</translation>
    </message>
    <message>
        <source>{measure}: {typed} is no number.</source>
        <translation>{measure}: {typed} no es un número.</translation>
    </message>
    <message>
        <source>Say the day, such as Dec 1 or 12/1.</source>
        <translation>Indique el día, por ejemplo 1 dic o 12/1.</translation>
    </message>
    <message>
        <source>over, say what came of it</source>
        <translation>terminó; diga qué resultó</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>{count} yes</source>
        <translation>{count} sí</translation>
    </message>
    <message>
        <source>{count} no</source>
        <translation>{count} no</translation>
    </message>
    <message>
        <source>Show these referrals: {what}</source>
        <translation>Mostrar estos referidos: {what}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Guardado como {file}.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviado a la impresora.</translation>
    </message>
    <message>
        <source>The printer did not take it. See whether it is there and switched on.</source>
        <translation>La impresora no lo aceptó. Vea si está conectada y encendida.</translation>
    </message>
    <message>
        <source>Save as PDF, Letter…</source>
        <translation>Guardar como PDF, Carta…</translation>
    </message>
    <message>
        <source>Save as PDF, A4…</source>
        <translation>Guardar como PDF, A4…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Nothing is tried here yet. A pilot is a promise for a time: say by which standards, and the referrals of these days tell how it stands.</source>
        <translation>Aquí todavía no se prueba nada. Un piloto es una promesa por un tiempo: diga con qué estándares, y los referidos de esos días dicen cómo va.</translation>
    </message>
    <message>
        <source>Propose a pilot</source>
        <translation>Proponer un piloto</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>As it stood on</source>
        <translation>Como estaba el</translation>
    </message>
    <message>
        <source>That day is still to come.</source>
        <translation>Ese día aún no ha llegado.</translation>
    </message>
    <message>
        <source>Page…</source>
        <translation>Página…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Finish…</source>
        <translation>Terminar…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Declined…</source>
        <translation>Rechazado…</translation>
    </message>
    <message>
        <source>Propose again</source>
        <translation>Proponer de nuevo</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Seguir de nuevo</translation>
    </message>
    <message>
        <source>Page to hand over</source>
        <translation>Página para entregar</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>{name} is finished</source>
        <translation>{name} terminó</translation>
    </message>
    <message>
        <source>{name} is declined</source>
        <translation>{name} fue rechazado</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Proponer</translation>
    </message>
    <message>
        <source>Pilot proposed</source>
        <translation>Piloto propuesto</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Pilot saved</source>
        <translation>Piloto guardado</translation>
    </message>
    <message>
        <source>{name} runs</source>
        <translation>{name} está en marcha</translation>
    </message>
    <message>
        <source>{name} is proposed again</source>
        <translation>{name} se propone de nuevo</translation>
    </message>
    <message>
        <source>Pilot archived</source>
        <translation>Piloto archivado</translation>
    </message>
    <message>
        <source>Add standard</source>
        <translation>Añadir estándar</translation>
    </message>
    <message>
        <source>within</source>
        <translation>en</translation>
    </message>
    <message>
        <source>What is measured, standard {number}</source>
        <translation>Qué se mide, estándar {number}</translation>
    </message>
    <message>
        <source>At least or at most, standard {number}</source>
        <translation>Al menos o como máximo, estándar {number}</translation>
    </message>
    <message>
        <source>Target of standard {number}</source>
        <translation>Meta del estándar {number}</translation>
    </message>
    <message>
        <source>Within how many hours, standard {number}</source>
        <translation>En cuántas horas, estándar {number}</translation>
    </message>
    <message>
        <source>Remove standard {number}</source>
        <translation>Quitar el estándar {number}</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
</context>
<context>
    <name>planning</name>
    <message>
        <source>This week has no working day to plan.</source>
        <translation>Esta semana no tiene ningún día hábil que planificar.</translation>
    </message>
    <message>
        <source>Nobody is due this week: there is no visit to plan.</source>
        <translation>Esta semana no vence nadie: no hay ninguna visita que planificar.</translation>
    </message>
    <message>
        <source>A pinned visit falls on a time when it is closed or nobody works. Unpin it, or move it.</source>
        <translation>Una visita fijada cae en una hora en que está cerrado o nadie trabaja. Suéltela o muévala.</translation>
    </message>
    <message>
        <source>A pinned visit is to a source that cannot be planned this week. Unpin it.</source>
        <translation>Una visita fijada es a una fuente que no se puede planificar esta semana. Suéltela.</translation>
    </message>
    <message>
        <source>The visit at {time} on {day} is outside the working day ({starts} to {ends}). Move one of them.</source>
        <translation>La visita a las {time} del {day} queda fuera de la jornada ({starts} a {ends}). Mueva una de las dos.</translation>
    </message>
    <message>
        <source>Two visits on {day} overlap: the one at {one} and the one at {other}. Move one of them.</source>
        <translation>Dos visitas del {day} se solapan: la de las {one} y la de las {other}. Mueva una de ellas.</translation>
    </message>
    <message>
        <source>The pinned visits do not all fit into the working days. Unpin one of them.</source>
        <translation>Las visitas fijadas no caben todas en los días hábiles. Suelte una de ellas.</translation>
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
        <source>Say yes or no.</source>
        <translation>Diga sí o no.</translation>
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
        <translation>Ese referido ya no existe.</translation>
    </message>
    <message>
        <source>That source is no longer there.</source>
        <translation>Esa fuente ya no existe.</translation>
    </message>
    <message>
        <source>Referrals cannot be sorted by &quot;{sort}&quot;.</source>
        <translation>Los referidos no se pueden ordenar por &quot;{sort}&quot;.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>SOC planned</source>
        <translation>Inicio planificado</translation>
    </message>
    <message>
        <source>Start of care</source>
        <translation>Inicio de la atención</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>elija</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Service line</source>
        <translation>Línea de servicio</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Pagador</translation>
    </message>
    <message>
        <source>ZIP</source>
        <translation>ZIP</translation>
    </message>
    <message>
        <source>Disciplines</source>
        <translation>Disciplinas</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>Atención</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>ICD-10 code</source>
        <translation>Código CIE-10</translation>
    </message>
    <message>
        <source>Physician</source>
        <translation>Médico</translation>
    </message>
    <message>
        <source>Authorized</source>
        <translation>Autorizado</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>Ordered SOC</source>
        <translation>Inicio de la atención ordenado</translation>
    </message>
    <message>
        <source>Inpatient, 14 days</source>
        <translation>Hospitalizado, 14 días</translation>
    </message>
    <message>
        <source>Discharge</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Face-to-face</source>
        <translation>Cara a cara</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Viene de</translation>
    </message>
    <message>
        <source>Clinical group</source>
        <translation>Grupo clínico</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>Satisfacción</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>the source&apos;s owner</source>
        <translation>quien tiene a cargo la fuente</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Care ended</source>
        <translation>Fin de la atención</translation>
    </message>
    <message>
        <source>After care</source>
        <translation>Después de la atención</translation>
    </message>
    <message>
        <source>Back in hospital</source>
        <translation>De vuelta en el hospital</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>De nuestro lado</translation>
    </message>
    <message>
        <source>No source is called that. Pick one, or add it.</source>
        <translation>Ninguna fuente se llama así. Elija una o agréguela.</translation>
    </message>
    <message>
        <source>Nobody is called that. Pick somebody, or add them.</source>
        <translation>Nadie se llama así. Elija a alguien o agréguelo.</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>En revisión</translation>
    </message>
    <message>
        <source>Accepted, scheduled</source>
        <translation>Aceptados, progr.</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Nada aquí</translation>
    </message>
    <message>
        <source>{title}: {count}</source>
        <translation>{title}: {count}</translation>
    </message>
    <message>
        <source>{count} more in the table</source>
        <translation>{count} más en la tabla</translation>
    </message>
    <message>
        <source>Open referrals by stage</source>
        <translation>Referidos abiertos por etapa</translation>
    </message>
    <message>
        <source>Arrows go from card to card; Ctrl with Left or Right moves a card to the next column.</source>
        <translation>Las flechas van de tarjeta en tarjeta; Ctrl con Izquierda o Derecha pasa una tarjeta a la otra columna.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Move to {stage}</source>
        <translation>Mover a {stage}</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Mover a…</translation>
    </message>
    <message>
        <source>Liaison…</source>
        <translation>Enlace…</translation>
    </message>
    <message>
        <source>Whose are these {count} referrals?</source>
        <translation>¿De quién son estos {count} referidos?</translation>
    </message>
    <message>
        <source>Assign {count}</source>
        <translation>Asignar {count}</translation>
    </message>
    <message>
        <source>{count} referrals assigned</source>
        <translation>{count} referidos asignados</translation>
    </message>
    <message>
        <source>{count} referrals archived</source>
        <translation>{count} referidos archivados</translation>
    </message>
    <message>
        <source>{count} referrals restored</source>
        <translation>{count} referidos restaurados</translation>
    </message>
    <message>
        <source>Restore {count}</source>
        <translation>Restaurar {count}</translation>
    </message>
    <message>
        <source>Archive {count}</source>
        <translation>Archivar {count}</translation>
    </message>
    <message>
        <source>Export these {count}</source>
        <translation>Exportar estos {count}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>SOC {when}</source>
        <translation>Inicio {when}</translation>
    </message>
    <message>
        <source>our answer</source>
        <translation>nuestra respuesta</translation>
    </message>
    <message>
        <source>48 hours</source>
        <translation>48 horas</translation>
    </message>
    <message>
        <source>timely (CMS)</source>
        <translation>a tiempo (CMS)</translation>
    </message>
    <message>
        <source>planned SOC</source>
        <translation>SOC previsto</translation>
    </message>
    <message>
        <source>outcome to be told</source>
        <translation>resultado por comunicar</translation>
    </message>
    <message>
        <source>back from hold</source>
        <translation>vuelve de en espera</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>pronto</translation>
    </message>
    <message>
        <source>last hours</source>
        <translation>últimas horas</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>vencido</translation>
    </message>
    <message>
        <source>over</source>
        <translation>pasado</translation>
    </message>
    <message>
        <source>answer late</source>
        <translation>respuesta tarde</translation>
    </message>
    <message>
        <source>48 h over</source>
        <translation>48 h pasadas</translation>
    </message>
    <message>
        <source>not timely</source>
        <translation>no a tiempo</translation>
    </message>
    <message>
        <source>outcome late</source>
        <translation>resultado tarde</translation>
    </message>
    <message>
        <source>SOC too late</source>
        <translation>SOC tarde</translation>
    </message>
    <message>
        <source>{planned} too late</source>
        <translation>{planned} tarde</translation>
    </message>
    <message>
        <source>timely: {day}</source>
        <translation>a tiempo: {day}</translation>
    </message>
    <message>
        <source>answer {when}</source>
        <translation>respuesta {when}</translation>
    </message>
    <message>
        <source>outcome {when}</source>
        <translation>resultado {when}</translation>
    </message>
    <message>
        <source>no day to come back</source>
        <translation>sin día para retomarlo</translation>
    </message>
    <message>
        <source>{planned} passed</source>
        <translation>{planned} ya pasó</translation>
    </message>
    <message>
        <source>48 h: {span} left</source>
        <translation>48 h: quedan {span}</translation>
    </message>
    <message>
        <source>timely until {day}</source>
        <translation>a tiempo hasta {day}</translation>
    </message>
    <message>
        <source>back {when}</source>
        <translation>se retoma {when}</translation>
    </message>
    <message>
        <source>back since {when}</source>
        <translation>de vuelta desde {when}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>{count} archived</source>
        <translation>{count} archivados</translation>
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
        <source>{count} admitted</source>
        <translation>{count} admitidos</translation>
    </message>
    <message>
        <source>{count} not admitted</source>
        <translation>{count} no admitidos</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} abiertos</translation>
    </message>
    <message>
        <source>whose: {owner}</source>
        <translation>de quién: {owner}</translation>
    </message>
    <message>
        <source>comes back on {day}</source>
        <translation>se retoma el {day}</translation>
    </message>
    <message>
        <source>Referral from {source}: {stage}</source>
        <translation>Referido de {source}: {stage}</translation>
    </message>
    <message>
        <source>Somebody moved {count} of them meanwhile, which stays as it is: {which}.</source>
        <translation>Alguien movió {count} de ellos mientras tanto, que se queda como está: {which}.</translation>
    </message>
    <message>
        <source>Somebody moved {count} of them meanwhile, which stay as they are: {which}.</source>
        <translation>Alguien movió {count} de ellos mientras tanto, que se quedan como están: {which}.</translation>
    </message>
    <message>
        <source>No longer there: {count}.</source>
        <translation>Ya no están: {count}.</translation>
    </message>
    <message>
        <source>No referral was moved.</source>
        <translation>No se movió ningún referido.</translation>
    </message>
    <message>
        <source>{count} referral: {stage}</source>
        <translation>{count} referido: {stage}</translation>
    </message>
    <message>
        <source>{count} referrals: {stage}</source>
        <translation>{count} referidos: {stage}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>este mes</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>mes pasado</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 días</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 meses</translation>
    </message>
    <message>
        <source>late</source>
        <translation>muy atrasada</translation>
    </message>
    <message>
        <source>Filter referrals as you type</source>
        <translation>Filtre referidos al escribir</translation>
    </message>
    <message>
        <source>Finds sources, diagnoses and notes, never patients (/ or Ctrl+F)</source>
        <translation>Encuentra fuentes, diagnósticos y notas, nunca pacientes (/ o Ctrl+F)</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Más filtros</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivado</translation>
    </message>
    <message>
        <source>Show archived referrals instead of the others</source>
        <translation>Mostrar los referidos archivados en vez de los demás</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Borrar el filtro</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Elegir columnas</translation>
    </message>
    <message>
        <source>Take this away</source>
        <translation>Quitar esto</translation>
    </message>
    <message>
        <source>{count} source</source>
        <translation>{count} fuente</translation>
    </message>
    <message>
        <source>{count} sources</source>
        <translation>{count} fuentes</translation>
    </message>
    <message>
        <source>all but {count} sources</source>
        <translation>todas menos {count} fuentes</translation>
    </message>
    <message>
        <source>this {count} referral</source>
        <translation>este {count} referido</translation>
    </message>
    <message>
        <source>these {count} referrals</source>
        <translation>estos {count} referidos</translation>
    </message>
    <message>
        <source>one territory</source>
        <translation>un territorio</translation>
    </message>
    <message>
        <source>by day of start of care</source>
        <translation>por día de inicio de la atención</translation>
    </message>
    <message>
        <source>{name} is archived.</source>
        <translation>{name} está archivada.</translation>
    </message>
    <message>
        <source>a new referral</source>
        <translation>un referido nuevo</translation>
    </message>
    <message>
        <source>Record referral</source>
        <translation>Registrar referido</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>add as a new source</source>
        <translation>agregar como fuente nueva</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Escriba un nombre</translation>
    </message>
    <message>
        <source>add as a new person</source>
        <translation>agregar como persona nueva</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>0 to 10</source>
        <translation>0 a 10</translation>
    </message>
    <message>
        <source>e.g. today 8:04 am</source>
        <translation>p. ej., hoy 8:04 am</translation>
    </message>
    <message>
        <source>e.g. fri 2 pm</source>
        <translation>p. ej., vie 2 pm</translation>
    </message>
    <message>
        <source>e.g. 11/27</source>
        <translation>p. ej., 11/27</translation>
    </message>
    <message>
        <source>Referral from {source} recorded</source>
        <translation>Referido de {source} registrado</translation>
    </message>
    <message>
        <source>Referral from {source} saved</source>
        <translation>Referido de {source} guardado</translation>
    </message>
    <message>
        <source>Say who sent the patient: type a name.</source>
        <translation>Diga quién envió al paciente: escriba un nombre.</translation>
    </message>
    <message>
        <source>There is no such ZIP code. Ask the caller again; it is kept as typed.</source>
        <translation>No existe ese código ZIP. Vuelva a preguntar a quien llama; se conserva como lo escribió.</translation>
    </message>
    <message>
        <source>Not admitted</source>
        <translation>No admitidos</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>received {when}</source>
        <translation>recibido {when}</translation>
    </message>
    <message>
        <source>source archived</source>
        <translation>fuente archivada</translation>
    </message>
    <message>
        <source>Show the source</source>
        <translation>Mostrar la fuente</translation>
    </message>
    <message>
        <source>Change the day it comes back</source>
        <translation>Cambiar el día en que se retoma</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>decided in {span}</source>
        <translation>decidido en {span}</translation>
    </message>
    <message>
        <source>care started in {span}</source>
        <translation>la atención empezó en {span}</translation>
    </message>
    <message>
        <source>Referral from {source} archived</source>
        <translation>Referido de {source} archivado</translation>
    </message>
    <message>
        <source>Referral from {source} restored</source>
        <translation>Referido de {source} restaurado</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Qué fue de él</translation>
    </message>
    <message>
        <source>Whose reason</source>
        <translation>De quién es el motivo</translation>
    </message>
    <message>
        <source>Planned SOC</source>
        <translation>Inicio planificado</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Programar</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>Admitir</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Poner en espera</translation>
    </message>
    <message>
        <source>Reason, required</source>
        <translation>Motivo, obligatorio</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Elija un motivo</translation>
    </message>
    <message>
        <source>Whose reason it is</source>
        <translation>De quién es el motivo</translation>
    </message>
    <message>
        <source>Discipline</source>
        <translation>Disciplina</translation>
    </message>
    <message>
        <source>Choose a discipline</source>
        <translation>Elija una disciplina</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>En pocas palabras</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Comes back on, required</source>
        <translation>Se retoma el, obligatorio</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>De quién</translation>
    </message>
    <message>
        <source>Comes back on</source>
        <translation>Se retoma el</translation>
    </message>
    <message>
        <source>Start of care planned for</source>
        <translation>Inicio de la atención planificado para</translation>
    </message>
    <message>
        <source>Care started</source>
        <translation>La atención empezó</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Say on which day it comes back.</source>
        <translation>Indique qué día se retoma.</translation>
    </message>
    <message>
        <source>{count} referrals become {stage}</source>
        <translation>{count} referidos pasan a {stage}</translation>
    </message>
    <message>
        <source>Somebody moved the referral from {source} meanwhile: it is {stage} now</source>
        <translation>Otra persona movió entretanto el referido de {source}: ahora está {stage}</translation>
    </message>
    <message>
        <source>Correct the stage of the referral from {source} to {stage}</source>
        <translation>Corregir la etapa del referido de {source} a {stage}</translation>
    </message>
    <message>
        <source>Referral from {source}: on hold until another day</source>
        <translation>Referido de {source}: en espera hasta otro día</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>{name} added</source>
        <translation>Se agregó {name}</translation>
    </message>
    <message>
        <source>Not here yet. Add it with its type; the form stays as it is.</source>
        <translation>Aún no está aquí. Agréguela con su tipo; el formulario queda como está.</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Agregar fuente</translation>
    </message>
    <message>
        <source>Name of the new source</source>
        <translation>Nombre de la fuente nueva</translation>
    </message>
    <message>
        <source>Type of the new source</source>
        <translation>Tipo de la fuente nueva</translation>
    </message>
    <message>
        <source>Not here yet. Add them; the form stays as it is.</source>
        <translation>Aún no está aquí. Agréguelo; el formulario queda como está.</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Agregar persona</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>Parts of this referral</source>
        <translation>Partes de este referido</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nada elegido</translation>
    </message>
    <message>
        <source>Choose a referral to see where it stands.</source>
        <translation>Elija un referido para ver en qué punto está.</translation>
    </message>
    <message>
        <source>Patients are covered, as the window was out of sight for a while.</source>
        <translation>Los pacientes están ocultos porque la ventana estuvo un rato fuera de la vista.</translation>
    </message>
    <message>
        <source>Show patients</source>
        <translation>Mostrar pacientes</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Referido</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Compromisos</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>New referral</source>
        <translation>Nuevo referido</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the form; what you typed is kept (Esc)</source>
        <translation>Cerrar el formulario; lo que escribió se conserva (Esc)</translation>
    </message>
    <message>
        <source>The new referral is kept as a draft</source>
        <translation>El referido nuevo se conserva como borrador</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>No stage was entered yet.</source>
        <translation>Aún no se ha registrado ninguna etapa.</translation>
    </message>
    <message>
        <source>Stages of this referral, the newest first</source>
        <translation>Etapas de este referido, la más reciente primero</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Referidos</translation>
    </message>
    <message>
        <source>What came in and what became of it?</source>
        <translation>¿Qué llegó y qué fue de ello?</translation>
    </message>
    <message>
        <source>Show the open referrals that nobody sees to</source>
        <translation>Mostrar los referidos abiertos que nadie atiende</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>Mostrar como</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>{count} unassigned</source>
        <translation>{count} sin asignar</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Borrar filtro</translation>
    </message>
    <message>
        <source>No referrals yet</source>
        <translation>Aún no hay referidos</translation>
    </message>
    <message>
        <source>Write down the first one while the caller is still on the phone.</source>
        <translation>Anote el primero mientras quien llama sigue al teléfono.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>No referral goes with this filter.</source>
        <translation>Ningún referido coincide con este filtro.</translation>
    </message>
    <message>
        <source>What you typed is kept as a draft</source>
        <translation>Lo que escribió se conserva como borrador</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>A new referral was left half-filled.</source>
        <translation>Quedó a medias un referido nuevo.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Open that referral; what you typed is kept</source>
        <translation>Abrir ese referido; lo que escribió se conserva</translation>
    </message>
    <message>
        <source>What we can take is checked while you type; you can save at any point.</source>
        <translation>Mientras escribe se revisa lo que podemos aceptar; puede guardar en cualquier momento.</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>N.º {number}</translation>
    </message>
    <message>
        <source>This is known once care has started: admit the patient first.</source>
        <translation>Esto se sabe cuando la atención ha comenzado: primero admita al paciente.</translation>
    </message>
    <message>
        <source>This day is still to come. Type it once it is here.</source>
        <translation>Ese día aún no ha llegado. Escríbalo cuando llegue.</translation>
    </message>
    <message>
        <source>Care started on {day}: this cannot have been before.</source>
        <translation>La atención comenzó el {day}: esto no pudo ser antes.</translation>
    </message>
    <message>
        <source>Type a whole number from 0 to 10.</source>
        <translation>Escriba un número entero del 0 al 10.</translation>
    </message>
</context>
<context>
    <name>route</name>
    <message>
        <source>{time} back</source>
        <translation>{time} de vuelta</translation>
    </message>
    <message>
        <source>{count} stop</source>
        <translation>{count} parada</translation>
    </message>
    <message>
        <source>{count} stops</source>
        <translation>{count} paradas</translation>
    </message>
    <message>
        <source>Route sheet</source>
        <translation>Hoja de ruta</translation>
    </message>
    <message>
        <source>{time} on the road</source>
        <translation>{time} en la carretera</translation>
    </message>
    <message>
        <source>Last {day}</source>
        <translation>Última vez {day}</translation>
    </message>
    <message>
        <source>{what} (by {day})</source>
        <translation>{what} (para {day})</translation>
    </message>
    <message>
        <source>Ask for {people}</source>
        <translation>Pregunte por {people}</translation>
    </message>
    <message>
        <source>Promised: {what}</source>
        <translation>Prometido: {what}</translation>
    </message>
    <message>
        <source>{time} drive</source>
        <translation>{time} en auto</translation>
    </message>
    <message>
        <source>{time} too short</source>
        <translation>faltan {time}</translation>
    </message>
    <message>
        <source>{time} there</source>
        <translation>{time} allí</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>and {count} more: {which}</source>
        <translation>y {count} más: {which}</translation>
    </message>
    <message>
        <source>Route sheet as PDF, &amp;Letter…</source>
        <translation>Hoja de ruta en PDF, &amp;Carta…</translation>
    </message>
    <message>
        <source>Route sheet as PDF, &amp;A4…</source>
        <translation>Hoja de ruta en PDF, &amp;A4…</translation>
    </message>
    <message>
        <source>&amp;Print the route sheet…</source>
        <translation>&amp;Imprimir la hoja de ruta…</translation>
    </message>
    <message>
        <source>&amp;Calendar file of the day…</source>
        <translation>Archivo de &amp;calendario del día…</translation>
    </message>
    <message>
        <source>Save the route sheet</source>
        <translation>Guardar la hoja de ruta</translation>
    </message>
    <message>
        <source>Print the route sheet</source>
        <translation>Imprimir la hoja de ruta</translation>
    </message>
    <message>
        <source>No visit is planned for this day, so there is no route sheet.</source>
        <translation>No hay visitas planificadas para este día, así que no hay hoja de ruta.</translation>
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
        <source>A referral comes back from hold on a day still to come, or today.</source>
        <translation>Un referido en espera se retoma hoy o un día futuro.</translation>
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
        <source>weeks</source>
        <translation>semanas</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>times</source>
        <translation>veces</translation>
    </message>
    <message>
        <source>dollars</source>
        <translation>dólares</translation>
    </message>
    <message>
        <source>o&apos;clock, 24 hours</source>
        <translation>en punto, 24 horas</translation>
    </message>
    <message>
        <source>providers</source>
        <translation>profesionales</translation>
    </message>
    <message>
        <source>patients a month</source>
        <translation>pacientes al mes</translation>
    </message>
    <message>
        <source>referrals expected, with urgency</source>
        <translation>referidos esperados, con urgencia</translation>
    </message>
    <message>
        <source>our choice</source>
        <translation>nuestra elección</translation>
    </message>
    <message>
        <source>our guess</source>
        <translation>estimación nuestra</translation>
    </message>
    <message>
        <source>then the type&apos;s cadence holds</source>
        <translation>entonces vale la cadencia del tipo</translation>
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
        <source>the usual level of such tests</source>
        <translation>el nivel habitual de estas pruebas</translation>
    </message>
    <message>
        <source>what roads measure</source>
        <translation>lo que miden las carreteras</translation>
    </message>
    <message>
        <source>our choice: one a month</source>
        <translation>elección nuestra: una al mes</translation>
    </message>
    <message>
        <source>our choice: one in 45 days</source>
        <translation>elección nuestra: una en 45 días</translation>
    </message>
    <message>
        <source>our choice: one primary-care provider</source>
        <translation>elección nuestra: un profesional de atención primaria</translation>
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
        <source>Capacity</source>
        <translation>Capacidad</translation>
    </message>
    <message>
        <source>Travel and the planned week</source>
        <translation>Viajes y la semana planificada</translation>
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
        <source>Potential of a provider</source>
        <translation>Potencial de un profesional</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Mediciones</translation>
    </message>
    <message>
        <source>What stands out in a week</source>
        <translation>Lo que destaca en una semana</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
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
        <source>Prospects that become active, while too few are decided to tell</source>
        <translation>Potenciales que llegan a activas, mientras haya muy pocas decididas para saberlo</translation>
    </message>
    <message>
        <source>Active sources lost each month, while too few are known to tell</source>
        <translation>Fuentes activas que se pierden al mes, mientras haya muy pocas para saberlo</translation>
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
        <source>Tier A, where a source has no own</source>
        <translation>Nivel A, si la fuente no tiene una propia</translation>
    </message>
    <message>
        <source>Tier B, where a source has no own</source>
        <translation>Nivel B, si la fuente no tiene una propia</translation>
    </message>
    <message>
        <source>Tier C, where a source has no own</source>
        <translation>Nivel C, si la fuente no tiene una propia</translation>
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
        <source>Hours of a full working week for visits and drives</source>
        <translation>Horas de una semana laboral completa para visitas y viajes</translation>
    </message>
    <message>
        <source>A visit with the drive to it</source>
        <translation>Una visita con el viaje hasta ella</translation>
    </message>
    <message>
        <source>Miles on the road to a mile as the crow flies</source>
        <translation>Millas por carretera por cada milla en línea recta</translation>
    </message>
    <message>
        <source>miles</source>
        <translation>millas</translation>
    </message>
    <message>
        <source>Speed from door to door</source>
        <translation>Velocidad de puerta a puerta</translation>
    </message>
    <message>
        <source>miles an hour</source>
        <translation>millas por hora</translation>
    </message>
    <message>
        <source>Parking and walking in, at each visit</source>
        <translation>Estacionar y entrar, en cada visita</translation>
    </message>
    <message>
        <source>A drive to a place that is not known</source>
        <translation>Un viaje a un lugar que no se conoce</translation>
    </message>
    <message>
        <source>Lunch begins at the earliest (11.5 is 11:30 AM)</source>
        <translation>El almuerzo empieza lo más temprano (11.5 son las 11:30 AM)</translation>
    </message>
    <message>
        <source>Lunch begins at the latest (13.5 is 1:30 PM)</source>
        <translation>El almuerzo empieza lo más tarde (13.5 es la 1:30 PM)</translation>
    </message>
    <message>
        <source>Lunch takes (0 for none)</source>
        <translation>El almuerzo dura (0 si no hay)</translation>
    </message>
    <message>
        <source>Worth that a minute at the wheel must bring</source>
        <translation>Valor que debe aportar un minuto al volante</translation>
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
        <source>A favourite is visited in 12 months at least</source>
        <translation>Una favorita se visita en 12 meses al menos</translation>
    </message>
    <message>
        <source>It cannot send much with providers up to</source>
        <translation>No puede enviar mucho con profesionales hasta</translation>
    </message>
    <message>
        <source>Or, where nobody counted them, with a potential up to</source>
        <translation>O, donde nadie los contó, con un potencial hasta</translation>
    </message>
    <message>
        <source>A quiet practice that could send has at least</source>
        <translation>Un consultorio callado que podría enviar tiene al menos</translation>
    </message>
    <message>
        <source>It is visited in 12 months at most</source>
        <translation>Se visita en 12 meses como mucho</translation>
    </message>
    <message>
        <source>A primary-care provider could send</source>
        <translation>Un profesional de atención primaria podría enviar</translation>
    </message>
    <message>
        <source>A geriatrician could send</source>
        <translation>Un geriatra podría enviar</translation>
    </message>
    <message>
        <source>An orthopaedic provider could send</source>
        <translation>Un profesional de ortopedia podría enviar</translation>
    </message>
    <message>
        <source>A cardiac provider could send</source>
        <translation>Un profesional de cardiología podría enviar</translation>
    </message>
    <message>
        <source>A hospitalist could send</source>
        <translation>Un hospitalista podría enviar</translation>
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
        <source>What an hour of a liaison costs</source>
        <translation>Lo que cuesta una hora de un enlace</translation>
    </message>
    <message>
        <source>without it no cost is told</source>
        <translation>sin ello no se dice ningún costo</translation>
    </message>
    <message>
        <source>What an admission brings on average</source>
        <translation>Lo que trae una admisión en promedio</translation>
    </message>
    <message>
        <source>without it no value is told</source>
        <translation>sin ello no se dice ningún valor</translation>
    </message>
    <message>
        <source>A source is quiet beyond this share of its own gaps between referrals</source>
        <translation>Una fuente calla más allá de esta parte de sus propios intervalos entre referidos</translation>
    </message>
    <message>
        <source>Its own gaps are those of the last</source>
        <translation>Sus propios intervalos son los de los últimos</translation>
    </message>
    <message>
        <source>A share has risen when chance makes so much of it at most in</source>
        <translation>Una proporción ha subido cuando el azar da tanto como mucho en</translation>
    </message>
    <message>
        <source>What is recent</source>
        <translation>Lo que es reciente</translation>
    </message>
    <message>
        <source>It is held against</source>
        <translation>Se compara con</translation>
    </message>
    <message>
        <source>At most so much stands out in one week</source>
        <translation>Como mucho destaca tanto en una semana</translation>
    </message>
    <message>
        <source>items</source>
        <translation>puntos</translation>
    </message>
    <message>
        <source>Patients are covered once the window was out of sight for</source>
        <translation>Los pacientes se ocultan tras no verse la ventana</translation>
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
        <source>Lunch cannot begin later at the earliest than at the latest.</source>
        <translation>El almuerzo no puede empezar más tarde como pronto que como tarde.</translation>
    </message>
    <message>
        <source>The most cannot be less than on the day itself.</source>
        <translation>El máximo no puede ser menor que el valor del día mismo.</translation>
    </message>
    <message>
        <source>about {number}</source>
        <translation>unos {number}</translation>
    </message>
    <message>
        <source>SNF</source>
        <translation>SNF</translation>
    </message>
    <message>
        <source>IRF</source>
        <translation>IRF</translation>
    </message>
    <message>
        <source>LTACH</source>
        <translation>LTACH</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>consultorio</translation>
    </message>
    <message>
        <source>{days} days without a visit</source>
        <translation>{days} días sin visita</translation>
    </message>
    <message>
        <source>no advance in {visits} visits</source>
        <translation>ningún avance en {visits} visitas</translation>
    </message>
    <message>
        <source>the top {percent} %</source>
        <translation>el {percent} % superior</translation>
    </message>
    <message>
        <source>the next {percent} %</source>
        <translation>el siguiente {percent} %</translation>
    </message>
    <message>
        <source>the rest</source>
        <translation>el resto</translation>
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
    <name>scorecard</name>
    <message>
        <source>Scorecard for {source}</source>
        <translation>Tarjeta de resultados para {source}</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>Tarjeta de resultados</translation>
    </message>
    <message>
        <source>What we said, what we did</source>
        <translation>Lo que dijimos y lo que hicimos</translation>
    </message>
    <message>
        <source>Your patients with us</source>
        <translation>Sus pacientes con nosotros</translation>
    </message>
    <message>
        <source>Why {count} were not admitted</source>
        <translation>Por qué no se admitió a {count}</translation>
    </message>
    <message>
        <source>Referrals by month</source>
        <translation>Referidos por mes</translation>
    </message>
    <message>
        <source>How soon after the referral care started</source>
        <translation>Cuánto tardó en iniciarse la atención</translation>
    </message>
    <message>
        <source>Pilots, by their standards</source>
        <translation>Pilotos, según sus estándares</translation>
    </message>
    <message>
        <source>{shown} of {count} pilots, by their standards</source>
        <translation>{shown} de {count} pilotos, según sus estándares</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>del {first} al {last}</translation>
    </message>
    <message>
        <source>with 1 unit</source>
        <translation>con 1 unidad</translation>
    </message>
    <message>
        <source>with {count} units</source>
        <translation>con {count} unidades</translation>
    </message>
    <message>
        <source>{admitted} admitted, {lost} not admitted, {open} open</source>
        <translation>{admitted} admitidos, {lost} no admitidos, {open} abiertos</translation>
    </message>
    <message>
        <source>{lost} not admitted, {open} not decided yet</source>
        <translation>{lost} no admitidos, {open} sin decidir</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Referidos</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptados</translation>
    </message>
    <message>
        <source>To our decision</source>
        <translation>Hasta nuestra decisión</translation>
    </message>
    <message>
        <source>To the start of care</source>
        <translation>Hasta el inicio</translation>
    </message>
    <message>
        <source>Care starts within 48 hours of referral or return home, or on the day ordered</source>
        <translation>La atención se inicia en 48 horas desde el referido o el regreso a casa, o el día ordenado</translation>
    </message>
    <message>
        <source>Care starts in time as CMS measures it, in days</source>
        <translation>La atención se inicia a tiempo según lo mide CMS, en días</translation>
    </message>
    <message>
        <source>Commitments kept by their day</source>
        <translation>Compromisos cumplidos en su fecha</translation>
    </message>
    <message>
        <source>Answered 9 or 10 of 10</source>
        <translation>Respondieron 9 o 10 de 10</translation>
    </message>
    <message>
        <source>Back in hospital within 30 days</source>
        <translation>De vuelta en el hospital en 30 días</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>sin motivo indicado</translation>
    </message>
    <message>
        <source>other reasons</source>
        <translation>otros motivos</translation>
    </message>
    <message>
        <source>Referrals and decisions count by the referral&apos;s day, starts of care by their own, updates by when due. Hours are medians.</source>
        <translation>Los referidos y las decisiones cuentan por el día del referido, los inicios de la atención por el suyo, los avisos por su plazo. Las horas son medianas.</translation>
    </message>
    <message>
        <source>Where there are fewer than {count} cases, a share or a median would mislead; the page says so.</source>
        <translation>Donde hay menos de {count} casos, una proporción o una mediana engañaría; la página lo dice.</translation>
    </message>
    <message>
        <source>As of {day}. No patient is named on this page.</source>
        <translation>Al {day}. En esta página no se nombra a ningún paciente.</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ninguno aún</translation>
    </message>
    <message>
        <source>too few to tell ({count})</source>
        <translation>muy pocos ({count})</translation>
    </message>
    <message>
        <source>{part} of {of}</source>
        <translation>{part} de {of}</translation>
    </message>
    <message>
        <source>median of {count}</source>
        <translation>mediana de {count}</translation>
    </message>
    <message>
        <source>{hours} hours</source>
        <translation>{hours} horas</translation>
    </message>
    <message>
        <source>You hear that we have it within 1 working hour</source>
        <translation>Usted sabe que lo recibimos en 1 hora hábil</translation>
    </message>
    <message>
        <source>You hear that we have it within {count} working hours</source>
        <translation>Usted sabe que lo recibimos en {count} horas hábiles</translation>
    </message>
    <message>
        <source>You hear our decision within 1 working day</source>
        <translation>Usted conoce nuestra decisión en 1 día hábil</translation>
    </message>
    <message>
        <source>You hear our decision within {count} working days</source>
        <translation>Usted conoce nuestra decisión en {count} días hábiles</translation>
    </message>
    <message>
        <source>You hear that care started within 1 working day</source>
        <translation>Usted sabe que la atención se inició en 1 día hábil</translation>
    </message>
    <message>
        <source>You hear that care started within {count} working days</source>
        <translation>Usted sabe que la atención se inició en {count} días hábiles</translation>
    </message>
    <message>
        <source>You hear how it went 1 day after the start</source>
        <translation>Usted sabe cómo fue 1 día después del inicio</translation>
    </message>
    <message>
        <source>You hear how it went {count} days after the start</source>
        <translation>Usted sabe cómo fue {count} días después del inicio</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Print the scorecard</source>
        <translation>Imprimir la tarjeta de resultados</translation>
    </message>
    <message>
        <source>Save the scorecard as PDF</source>
        <translation>Guardar la tarjeta de resultados como PDF</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Guardar PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>All active sources…</source>
        <translation>Todas las fuentes activas…</translation>
    </message>
    <message>
        <source>A scorecard of each active source into a folder</source>
        <translation>Una tarjeta de resultados de cada fuente activa en una carpeta</translation>
    </message>
    <message>
        <source>The folder {file} cannot be made. Choose another place. {why}</source>
        <translation>No se puede crear la carpeta {file}. Elija otro lugar. {why}</translation>
    </message>
    <message>
        <source>Where to put the scorecards</source>
        <translation>Dónde poner las tarjetas de resultados</translation>
    </message>
    <message>
        <source>Scorecards of all active sources</source>
        <translation>Tarjetas de resultados de todas las fuentes activas</translation>
    </message>
    <message>
        <source>One page for each source, with its units, in a new folder where you say.</source>
        <translation>Una página por cada fuente, con sus unidades, en una carpeta nueva donde usted diga.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Save PDFs…</source>
        <translation>Guardar PDF…</translation>
    </message>
    <message>
        <source>Save {count} PDFs…</source>
        <translation>Guardar {count} PDF…</translation>
    </message>
    <message>
        <source>Save 1 PDF…</source>
        <translation>Guardar 1 PDF…</translation>
    </message>
    <message>
        <source>There are no active sources yet.</source>
        <translation>Todavía no hay fuentes activas.</translation>
    </message>
    <message>
        <source>Writing scorecards</source>
        <translation>Escribiendo las tarjetas de resultados</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>1 scorecard is in {folder}.</source>
        <translation>1 tarjeta de resultados está en {folder}.</translation>
    </message>
    <message>
        <source>{count} scorecards are in {folder}.</source>
        <translation>{count} tarjetas de resultados están en {folder}.</translation>
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
        <translation>{day}, {stage}</translation>
    </message>
    <message>
        <source>Promised for {day}</source>
        <translation>Prometido para el {day}</translation>
    </message>
    <message>
        <source>Promised for {day}, {status}</source>
        <translation>Prometido para el {day}, {status}</translation>
    </message>
    <message>
        <source>{what}: {note}</source>
        <translation>{what}: {note}</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Resultados de la búsqueda</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Referidos</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Compromisos</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ir a</translation>
    </message>
    <message>
        <source>Show all {count} sources</source>
        <translation>Mostrar las {count} fuentes</translation>
    </message>
    <message>
        <source>Show all {count} people</source>
        <translation>Mostrar las {count} personas</translation>
    </message>
    <message>
        <source>Show all {count} referrals</source>
        <translation>Mostrar los {count} referidos</translation>
    </message>
    <message>
        <source>Show all {count} visits</source>
        <translation>Mostrar las {count} visitas</translation>
    </message>
    <message>
        <source>Show all {count} promises</source>
        <translation>Mostrar los {count} compromisos</translation>
    </message>
    <message>
        <source>Show all {count} files</source>
        <translation>Mostrar los {count} archivos</translation>
    </message>
    <message>
        <source>Show all {count} actions</source>
        <translation>Mostrar las {count} acciones</translation>
    </message>
    <message>
        <source>Show all {count} places</source>
        <translation>Mostrar los {count} lugares</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Referido</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Compromiso</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>the first {shown} of {count}</source>
        <translation>los primeros {shown} de {count}</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivado</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search sources, people, referrals, notes, actions</source>
        <translation>Buscar fuentes, personas, referidos, notas, acciones</translation>
    </message>
    <message>
        <source>Nothing found for “{typed}”. Try part of a name, a phone number or a ZIP.</source>
        <translation>No se encontró nada para «{typed}». Pruebe con parte de un nombre, un número de teléfono o un ZIP.</translation>
    </message>
    <message>
        <source>Notes, referrals and promises are looked through from three letters on.</source>
        <translation>Las notas, los referidos y los compromisos se buscan a partir de tres letras.</translation>
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
        <source>How many patients a month did they say?</source>
        <translation>¿Cuántos pacientes al mes dijeron?</translation>
    </message>
    <message>
        <source>{field} cannot be set.</source>
        <translation>{field} no se puede cambiar.</translation>
    </message>
    <message>
        <source>How many providers do they have?</source>
        <translation>¿Cuántos profesionales tienen?</translation>
    </message>
    <message>
        <source>How many beds or residents do they have?</source>
        <translation>¿Cuántas camas o residentes tienen?</translation>
    </message>
    <message>
        <source>{type} has no rate a bed. Give it one in Settings &gt; Lists, or say it otherwise.</source>
        <translation>{type} no tiene índice por cama. Dele uno en Ajustes &gt; Listas, o dígalo de otro modo.</translation>
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
    <message>
        <source>Choose a source first.</source>
        <translation>Elija primero una fuente.</translation>
    </message>
    <message>
        <source>{name} is no longer active. Nothing was saved; look at the list again.</source>
        <translation>{name} ya no está activa. No se guardó nada; vuelva a mirar la lista.</translation>
    </message>
    <message>
        <source>That person is no longer there.</source>
        <translation>Esa persona ya no está.</translation>
    </message>
    <message>
        <source>That source is no longer there.</source>
        <translation>Esa fuente ya no existe.</translation>
    </message>
    <message>
        <source>Say why it is taken out of the cohort.</source>
        <translation>Diga por qué se saca de la cohorte.</translation>
    </message>
    <message>
        <source>There is a cohort of {month} already. Move its sources one by one.</source>
        <translation>Ya hay una cohorte de {month}. Mueva sus fuentes una por una.</translation>
    </message>
    <message>
        <source>A cohort has room for 1 to {most} sources.</source>
        <translation>Una cohorte tiene lugar para entre 1 y {most} fuentes.</translation>
    </message>
    <message>
        <source>{taken} places are taken already. Take sources out or move them first.</source>
        <translation>Ya hay {taken} lugares ocupados. Saque o mueva fuentes primero.</translation>
    </message>
    <message>
        <source>Give a visit from {first} to {last}.</source>
        <translation>Indique una visita de la {first} a la {last}.</translation>
    </message>
    <message>
        <source>{source} belongs to {owner}. Change its owner first.</source>
        <translation>{source} es de {owner}. Cambie primero el responsable.</translation>
    </message>
    <message>
        <source>{source} is archived. Restore it first.</source>
        <translation>{source} está en el archivo. Restáurela primero.</translation>
    </message>
    <message>
        <source>{source} is active already.</source>
        <translation>{source} ya está activa.</translation>
    </message>
    <message>
        <source>{source} is in the cohort of {month} of {liaison} already.</source>
        <translation>{source} ya está en la cohorte de {month} de {liaison}.</translation>
    </message>
    <message>
        <source>{source} is no prospect any more.</source>
        <translation>{source} ya no es prospecto.</translation>
    </message>
    <message>
        <source>It has left its cohort already.</source>
        <translation>Ya salió de su cohorte.</translation>
    </message>
    <message>
        <source>A cohort lies in a year from {first} to {last}.</source>
        <translation>Una cohorte está en un año de {first} a {last}.</translation>
    </message>
    <message>
        <source>The cohort of {month} has room for {size}, and {free} of its places are free. Make it larger first.</source>
        <translation>La cohorte de {month} tiene lugar para {size} y {free} lugares libres. Agrándela primero.</translation>
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
        <source>A phone number can have up to {most} characters.</source>
        <translation>Un número de teléfono puede tener hasta {most} caracteres.</translation>
    </message>
    <message>
        <source>An address has up to {lines} lines of up to {most} characters.</source>
        <translation>Una dirección tiene hasta {lines} líneas de hasta {most} caracteres.</translation>
    </message>
    <message>
        <source>This is no small PNG picture. Choose the logo&apos;s file again.</source>
        <translation>No es una imagen PNG pequeña. Elija otra vez el archivo del logotipo.</translation>
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
    <message>
        <source>Agency</source>
        <translation>Agencia</translation>
    </message>
    <message>
        <source>Who you are, when you work, and what a mile costs. A change holds from a day on.</source>
        <translation>Quiénes son, cuándo trabajan y cuánto cuesta una milla. Un cambio rige desde un día.</translation>
    </message>
    <message>
        <source>What it was and what it will be</source>
        <translation>Lo que fue y lo que será</translation>
    </message>
    <message>
        <source>Reports of an earlier month go by what held in that month.</source>
        <translation>Los informes de un mes anterior usan lo que regía en ese mes.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>the agency</source>
        <translation>la agencia</translation>
    </message>
    <message>
        <source>The agency&apos;s settings are changed.</source>
        <translation>Los ajustes de la agencia se cambiaron.</translation>
    </message>
    <message>
        <source>{what}: {value}</source>
        <translation>{what}: {value}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Take back: {what}</source>
        <translation>Retirar: {what}</translation>
    </message>
    <message>
        <source>The coming change is taken back.</source>
        <translation>El cambio futuro se retiró.</translation>
    </message>
    <message>
        <source>Eastern (New York)</source>
        <translation>Este (Nueva York)</translation>
    </message>
    <message>
        <source>Eastern (Detroit)</source>
        <translation>Este (Detroit)</translation>
    </message>
    <message>
        <source>Eastern (Indianapolis)</source>
        <translation>Este (Indianápolis)</translation>
    </message>
    <message>
        <source>Eastern (Louisville)</source>
        <translation>Este (Louisville)</translation>
    </message>
    <message>
        <source>Central (Chicago)</source>
        <translation>Centro (Chicago)</translation>
    </message>
    <message>
        <source>Mountain (Denver)</source>
        <translation>Montaña (Denver)</translation>
    </message>
    <message>
        <source>Mountain (Boise)</source>
        <translation>Montaña (Boise)</translation>
    </message>
    <message>
        <source>Mountain without summer time (Phoenix)</source>
        <translation>Montaña sin horario de verano (Phoenix)</translation>
    </message>
    <message>
        <source>Pacific (Los Angeles)</source>
        <translation>Pacífico (Los Ángeles)</translation>
    </message>
    <message>
        <source>Alaska (Anchorage)</source>
        <translation>Alaska (Anchorage)</translation>
    </message>
    <message>
        <source>Hawaii (Honolulu)</source>
        <translation>Hawái (Honolulu)</translation>
    </message>
    <message>
        <source>Atlantic (Puerto Rico)</source>
        <translation>Atlántico (Puerto Rico)</translation>
    </message>
    <message>
        <source>Chamorro (Guam)</source>
        <translation>Chamorro (Guam)</translation>
    </message>
    <message>
        <source>Month first: 11/20/2026</source>
        <translation>Mes primero: 11/20/2026</translation>
    </message>
    <message>
        <source>Day first: 20/11/2026</source>
        <translation>Día primero: 20/11/2026</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>Código ZIP</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logotipo</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Days are written</source>
        <translation>Los días se escriben</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Horario de trabajo</translation>
    </message>
    <message>
        <source>Mileage rate</source>
        <translation>Tarifa por milla</translation>
    </message>
    <message>
        <source>set-up</source>
        <translation>configuración</translation>
    </message>
    <message>
        <source>starting value</source>
        <translation>valor inicial</translation>
    </message>
    <message>
        <source>IRS standard mileage rate</source>
        <translation>tarifa del IRS</translation>
    </message>
    <message>
        <source>Of your office</source>
        <translation>El de su oficina</translation>
    </message>
    <message>
        <source>How days are written</source>
        <translation>Cómo se escriben los días</translation>
    </message>
    <message>
        <source>Cents for a mile</source>
        <translation>Centavos por milla</translation>
    </message>
    <message>
        <source>Such as 72.5</source>
        <translation>Como 72.5</translation>
    </message>
    <message>
        <source>The number that sources call</source>
        <translation>El número al que llaman las fuentes</translation>
    </message>
    <message>
        <source>On your pages</source>
        <translation>En sus páginas</translation>
    </message>
    <message>
        <source>Address, as it stands on a letter</source>
        <translation>Dirección, tal como figura en una carta</translation>
    </message>
    <message>
        <source>A visit is never due on a day without hours</source>
        <translation>Una visita nunca vence en un día sin horas</translation>
    </message>
    <message>
        <source>Changes hold from</source>
        <translation>Los cambios rigen desde</translation>
    </message>
    <message>
        <source>today, Jan 1, 1/1/2027 ...</source>
        <translation>hoy, 1 ene, 1/1/2027 ...</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>Desde cuándo</translation>
    </message>
    <message>
        <source>{cents} cents a mile</source>
        <translation>{cents} centavos por milla</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>una imagen</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
    <message>
        <source>from the beginning, {who}</source>
        <translation>desde el principio, {who}</translation>
    </message>
    <message>
        <source>from {day}, {who}</source>
        <translation>desde el {day}, {who}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>desde el {day}</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>How the program looks at this desk. Others choose for theirs.</source>
        <translation>Cómo se ve el programa en este escritorio. Los demás eligen para el suyo.</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Another language speaks from the next start on.</source>
        <translation>Otro idioma habla a partir del próximo inicio.</translation>
    </message>
    <message>
        <source>Weekends in the calendar</source>
        <translation>Fines de semana en el calendario</translation>
    </message>
    <message>
        <source>When something is on them</source>
        <translation>Cuando hay algo en ellos</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>The language changes when the program starts next.</source>
        <translation>El idioma cambia la próxima vez que se inicie el programa.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Where everything lies, and how to get back what was.</source>
        <translation>Dónde está todo y cómo recuperar lo que había.</translation>
    </message>
    <message>
        <source>A backup is being made and verified</source>
        <translation>Se está haciendo y verificando una copia de seguridad</translation>
    </message>
    <message>
        <source>Everything is being looked through</source>
        <translation>Se está revisando todo</translation>
    </message>
    <message>
        <source>The last one was made {when}. Each is verified when it is made: each day, and before every import.</source>
        <translation>La última se hizo {when}. Cada una se verifica al hacerse: cada día y antes de cada importación.</translation>
    </message>
    <message>
        <source>There is none yet. One is made after the first change of each day.</source>
        <translation>Aún no hay ninguna. Se hace una después del primer cambio de cada día.</translation>
    </message>
    <message>
        <source>Show {n} more</source>
        <translation>Mostrar {n} más</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Restaurar…</translation>
    </message>
    <message>
        <source>{act}: backup of {when}</source>
        <translation>{act}: copia de seguridad de {when}</translation>
    </message>
    <message>
        <source>Backups lie on this disk only. Choose a folder on another one.</source>
        <translation>Las copias de seguridad están solo en este disco. Elija una carpeta en otro.</translation>
    </message>
    <message>
        <source>Each backup is copied to {folder}, too.</source>
        <translation>Cada copia de seguridad se copia también a {folder}.</translation>
    </message>
    <message>
        <source>looking</source>
        <translation>revisando</translation>
    </message>
    <message>
        <source>not whole</source>
        <translation>dañada</translation>
    </message>
    <message>
        <source>The backup is made and verified.</source>
        <translation>La copia de seguridad está hecha y verificada.</translation>
    </message>
    <message>
        <source>The database, its journal and the attachments are whole.</source>
        <translation>La base de datos, su diario y los archivos adjuntos están completos.</translation>
    </message>
    <message>
        <source>A second place for backups</source>
        <translation>Un segundo lugar para las copias de seguridad</translation>
    </message>
    <message>
        <source>Backups are copied to {folder} from now on.</source>
        <translation>Desde ahora las copias de seguridad se copian a {folder}.</translation>
    </message>
    <message>
        <source>Backups are no longer copied to a second place.</source>
        <translation>Las copias de seguridad ya no se copian a un segundo lugar.</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Elegir una copia de seguridad</translation>
    </message>
    <message>
        <source>Backups (*.db);;All files (*)</source>
        <translation>Copias de seguridad (*.db);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Hacer copia ahora</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>Restaurar desde un archivo…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Elegir carpeta…</translation>
    </message>
    <message>
        <source>No second place</source>
        <translation>Sin segundo lugar</translation>
    </message>
    <message>
        <source>A second place</source>
        <translation>Un segundo lugar</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Importar una lista…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>Entrada y salida</translation>
    </message>
    <message>
        <source>Lists come in from CSV and Excel files, and everything goes out again.</source>
        <translation>Las listas entran desde archivos CSV y Excel, y todo vuelve a salir.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Looks through the database page by page, the chain of its journal, and the files.</source>
        <translation>Revisa la base de datos página por página, la cadena de su diario y los archivos.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Revisar ahora</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>completa</translation>
    </message>
    <message>
        <source>each day&apos;s</source>
        <translation>la de cada día</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>pedida</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>antes de una importación</translation>
    </message>
    <message>
        <source>before an upgrade of the program</source>
        <translation>antes de actualizar el programa</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
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
        <source>Commitments</source>
        <translation>Compromisos</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Steps in the history</source>
        <translation>Pasos en el historial</translation>
    </message>
    <message>
        <source>The database has {size}</source>
        <translation>La base de datos ocupa {size}</translation>
    </message>
    <message>
        <source>The database lies on a server</source>
        <translation>La base de datos está en un servidor</translation>
    </message>
    <message>
        <source>{database}, and there is one attached file with {size}.</source>
        <translation>{database}, y hay un archivo adjunto con {size}.</translation>
    </message>
    <message>
        <source>{database}, and there are {n} attached files with {size}.</source>
        <translation>{database}, y hay {n} archivos adjuntos con {size}.</translation>
    </message>
    <message>
        <source>Newest change</source>
        <translation>Último cambio</translation>
    </message>
    <message>
        <source>This is a backup of another agency, or of a time when it had another name: {name}.</source>
        <translation>Esta copia de seguridad es de otra agencia, o de cuando tenía otro nombre: {name}.</translation>
    </message>
    <message>
        <source>Nothing newer than this backup is here.</source>
        <translation>Aquí no hay nada más nuevo que esta copia de seguridad.</translation>
    </message>
    <message>
        <source>One change made since then would be gone from here.</source>
        <translation>Se perdería de aquí un cambio hecho desde entonces.</translation>
    </message>
    <message>
        <source>{n} changes made since then would be gone from here.</source>
        <translation>Se perderían de aquí {n} cambios hechos desde entonces.</translation>
    </message>
    <message>
        <source>{when}: {what}</source>
        <translation>{when}: {what}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>a new one</source>
        <translation>uno nuevo</translation>
    </message>
    <message>
        <source>This is no longer there.</source>
        <translation>Esto ya no existe.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit {what}</source>
        <translation>Editar {what}</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Días feriados</translation>
    </message>
    <message>
        <source>No visit is due on these days, and nobody plans one by accident.</source>
        <translation>En estos días no vence ninguna visita y nadie planifica una por error.</translation>
    </message>
    <message>
        <source>Due dates move to the next working day at once.</source>
        <translation>Las fechas de vencimiento pasan enseguida al siguiente día hábil.</translation>
    </message>
    <message>
        <source>Time off</source>
        <translation>Ausencias</translation>
    </message>
    <message>
        <source>While somebody is away, the calendar says so and the plan leaves the days free.</source>
        <translation>Mientras alguien está ausente, el calendario lo dice y el plan deja libres esos días.</translation>
    </message>
    <message>
        <source>All holidays of {year} are there already.</source>
        <translation>Todos los días feriados de {year} ya están aquí.</translation>
    </message>
    <message>
        <source>The year before</source>
        <translation>El año anterior</translation>
    </message>
    <message>
        <source>The year after</source>
        <translation>El año siguiente</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Rellenar</translation>
    </message>
    <message>
        <source>Fill in the holidays of {year}</source>
        <translation>Completar los días feriados de {year}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>Agregar un día</translation>
    </message>
    <message>
        <source>No holidays in this year yet. Fill in those of your state, or add your own.</source>
        <translation>Aún no hay días feriados este año. Complete los de su estado o agregue los suyos.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Such as Nov 27</source>
        <translation>Como 27 nov</translation>
    </message>
    <message>
        <source>{name} is a working day again.</source>
        <translation>{name} vuelve a ser día hábil.</translation>
    </message>
    <message>
        <source>The time off is written down.</source>
        <translation>La ausencia está anotada.</translation>
    </message>
    <message>
        <source>Add time off</source>
        <translation>Agregar ausencia</translation>
    </message>
    <message>
        <source>Nobody is away.</source>
        <translation>Nadie está ausente.</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Blank: the same day</source>
        <translation>En blanco: el mismo día</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>elija</translation>
    </message>
    <message>
        <source>Choose who is away.</source>
        <translation>Elija quién está ausente.</translation>
    </message>
    <message>
        <source>{name} is there on these days.</source>
        <translation>{name} está presente en estos días.</translation>
    </message>
    <message>
        <source>{name} is a day off.</source>
        <translation>{name} es día libre.</translation>
    </message>
    <message>
        <source>{name} is changed.</source>
        <translation>{name}: cambiado.</translation>
    </message>
    <message>
        <source>Hide retired</source>
        <translation>Ocultar retirados</translation>
    </message>
    <message>
        <source>Show retired</source>
        <translation>Mostrar retirados</translation>
    </message>
    <message>
        <source>New {one}</source>
        <translation>Nuevo: {one}</translation>
    </message>
    <message>
        <source>{one} is added.</source>
        <translation>Agregado: {one}.</translation>
    </message>
    <message>
        <source>{one} is changed.</source>
        <translation>Cambiado: {one}.</translation>
    </message>
    <message>
        <source>This value is no longer there.</source>
        <translation>Este valor ya no existe.</translation>
    </message>
    <message>
        <source>The list has another order.</source>
        <translation>La lista tiene otro orden.</translation>
    </message>
    <message>
        <source>{name} is off the list.</source>
        <translation>{name} está fuera de la lista.</translation>
    </message>
    <message>
        <source>{uses} uses {name}. History stays: it is moved, never lost.</source>
        <translation>{uses} usa {name}. El historial queda: se pasa, nunca se pierde.</translation>
    </message>
    <message>
        <source>{uses} use {name}. History stays: they are moved, never lost.</source>
        <translation>{uses} usan {name}. El historial queda: se pasa, nunca se pierde.</translation>
    </message>
    <message>
        <source>Retire {name}</source>
        <translation>Retirar {name}</translation>
    </message>
    <message>
        <source>Re-assign and retire</source>
        <translation>Reasignar y retirar</translation>
    </message>
    <message>
        <source>{name} is back on the list.</source>
        <translation>{name} está de nuevo en la lista.</translation>
    </message>
    <message>
        <source>Add a {one}</source>
        <translation>Agregar: {one}</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>In use by {uses}.</source>
        <translation>En uso: {uses}.</translation>
    </message>
    <message>
        <source>Nothing uses it yet.</source>
        <translation>Aún no se usa en ninguna parte.</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>nuestro</translation>
    </message>
    <message>
        <source>the source&apos;s</source>
        <translation>de la fuente</translation>
    </message>
    <message>
        <source>the patient&apos;s</source>
        <translation>del paciente</translation>
    </message>
    <message>
        <source>the payer&apos;s</source>
        <translation>del pagador</translation>
    </message>
    <message>
        <source>Source types</source>
        <translation>Tipos de fuente</translation>
    </message>
    <message>
        <source>source type</source>
        <translation>tipo de fuente</translation>
    </message>
    <message>
        <source>What a source is decides how many visits make it active, and its cadence.</source>
        <translation>Lo que es una fuente decide cuántas visitas la activan y su cadencia.</translation>
    </message>
    <message>
        <source>Visit kinds</source>
        <translation>Tipos de visita</translation>
    </message>
    <message>
        <source>visit kind</source>
        <translation>tipo de visita</translation>
    </message>
    <message>
        <source>Only kinds that count move the cadence and the visits towards active.</source>
        <translation>Solo los tipos que cuentan mueven la cadencia y las visitas hasta activar.</translation>
    </message>
    <message>
        <source>Contact roles</source>
        <translation>Funciones de contacto</translation>
    </message>
    <message>
        <source>contact role</source>
        <translation>función del contacto</translation>
    </message>
    <message>
        <source>What a person does at a source.</source>
        <translation>Lo que hace una persona en una fuente.</translation>
    </message>
    <message>
        <source>Service lines</source>
        <translation>Líneas de servicio</translation>
    </message>
    <message>
        <source>service line</source>
        <translation>línea de servicio</translation>
    </message>
    <message>
        <source>What you do. Payers are accepted for a line on the page What we take.</source>
        <translation>Lo que usted hace. Los pagadores se aceptan para una línea en la página Qué recibimos.</translation>
    </message>
    <message>
        <source>Payers</source>
        <translation>Pagadores</translation>
    </message>
    <message>
        <source>payer</source>
        <translation>pagador</translation>
    </message>
    <message>
        <source>Who pays for the care of a patient.</source>
        <translation>Quién paga la atención de un paciente.</translation>
    </message>
    <message>
        <source>Disciplines</source>
        <translation>Disciplinas</translation>
    </message>
    <message>
        <source>discipline</source>
        <translation>disciplina</translation>
    </message>
    <message>
        <source>Whose capacity is open, limited or closed.</source>
        <translation>Cuya capacidad está abierta, limitada o cerrada.</translation>
    </message>
    <message>
        <source>Clinical groups</source>
        <translation>Grupos clínicos</translation>
    </message>
    <message>
        <source>clinical group</source>
        <translation>grupo clínico</translation>
    </message>
    <message>
        <source>The clinical groups of Medicare&apos;s payment model (PDGM).</source>
        <translation>Los grupos clínicos del modelo de pago de Medicare (PDGM).</translation>
    </message>
    <message>
        <source>Decline reasons</source>
        <translation>Motivos de rechazo</translation>
    </message>
    <message>
        <source>decline reason</source>
        <translation>motivo de rechazo</translation>
    </message>
    <message>
        <source>Why a referral was not admitted, and whose the reason is: reports part them so.</source>
        <translation>Por qué no se admitió un referido y de quién es el motivo: así los separan los informes.</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Materiales</translation>
    </message>
    <message>
        <source>material</source>
        <translation>material</translation>
    </message>
    <message>
        <source>What you leave at a visit. New ones come with imported visits, or are added here.</source>
        <translation>Lo que se deja en una visita. Los nuevos llegan con visitas importadas o se agregan aquí.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>retirado</translation>
    </message>
    <message>
        <source>In use by</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Visits to active</source>
        <translation>Hasta activa</translation>
    </message>
    <message>
        <source>Cadence</source>
        <translation>Cadencia</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} días</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>De quién es</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Other spellings</source>
        <translation>Otras formas de escribirlo</translation>
    </message>
    <message>
        <source>What imported lists call it, parted by semicolons</source>
        <translation>Cómo lo llaman las listas importadas, separado por punto y coma</translation>
    </message>
    <message>
        <source>Visits that make one active</source>
        <translation>Visitas que activan</translation>
    </message>
    <message>
        <source>5 where nothing else is known</source>
        <translation>5 donde no se sabe otra cosa</translation>
    </message>
    <message>
        <source>Cadence in days</source>
        <translation>Cadencia en días</translation>
    </message>
    <message>
        <source>Blank: the agency&apos;s own. A source&apos;s own cadence and that of its tier come first.</source>
        <translation>En blanco: la de la agencia. La cadencia propia de una fuente y la de su nivel van antes.</translation>
    </message>
    <message>
        <source>Referrals a month for each bed</source>
        <translation>Referidos al mes por cada cama</translation>
    </message>
    <message>
        <source>Guessed potential</source>
        <translation>Potencial estimado</translation>
    </message>
    <message>
        <source>For each provider</source>
        <translation>Por cada proveedor</translation>
    </message>
    <message>
        <source>Counts towards cadence and active</source>
        <translation>Cuenta para la cadencia y para activar</translation>
    </message>
    <message>
        <source>Minutes it usually takes</source>
        <translation>Minutos que suele durar</translation>
    </message>
    <message>
        <source>Whose reason it is</source>
        <translation>De quién es el motivo</translation>
    </message>
    <message>
        <source>Asks for a few words</source>
        <translation>Pide unas palabras</translation>
    </message>
    <message>
        <source>Asks for the discipline</source>
        <translation>Pide la disciplina</translation>
    </message>
    <message>
        <source>handout, brochure ...</source>
        <translation>folleto, volante ...</translation>
    </message>
    <message>
        <source>{n} source</source>
        <translation>{n} fuente</translation>
    </message>
    <message>
        <source>{n} sources</source>
        <translation>{n} fuentes</translation>
    </message>
    <message>
        <source>{n} planned visit</source>
        <translation>{n} visita planificada</translation>
    </message>
    <message>
        <source>{n} planned visits</source>
        <translation>{n} visitas planificadas</translation>
    </message>
    <message>
        <source>{n} open referral</source>
        <translation>{n} referido abierto</translation>
    </message>
    <message>
        <source>{n} open referrals</source>
        <translation>{n} referidos abiertos</translation>
    </message>
    <message>
        <source>{n} open commitment</source>
        <translation>{n} compromiso abierto</translation>
    </message>
    <message>
        <source>{n} open commitments</source>
        <translation>{n} compromisos abiertos</translation>
    </message>
    <message>
        <source>{n} open pilot</source>
        <translation>{n} piloto abierto</translation>
    </message>
    <message>
        <source>{n} open pilots</source>
        <translation>{n} pilotos abiertos</translation>
    </message>
    <message>
        <source>{n} territory</source>
        <translation>{n} territorio</translation>
    </message>
    <message>
        <source>{n} territories</source>
        <translation>{n} territorios</translation>
    </message>
    <message>
        <source>Archive {name}</source>
        <translation>Archivar {name}</translation>
    </message>
    <message>
        <source>What {name} did stays theirs. Who goes on with what is still open?</source>
        <translation>Lo que hizo {name} sigue siendo suyo. ¿Quién continúa con lo que aún está abierto?</translation>
    </message>
    <message>
        <source>Nothing is open in {name}&apos;s hands. What they did stays theirs.</source>
        <translation>{name} no tiene nada abierto a su cargo. Lo que hizo sigue siendo suyo.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>stay with {name}</source>
        <translation>se quedan con {name}</translation>
    </message>
    <message>
        <source>go to nobody</source>
        <translation>pasan a nadie</translation>
    </message>
    <message>
        <source>go to {name}</source>
        <translation>pasan a {name}</translation>
    </message>
    <message>
        <source>{n} visit</source>
        <translation>{n} visita</translation>
    </message>
    <message>
        <source>{n} visits</source>
        <translation>{n} visitas</translation>
    </message>
    <message>
        <source>{n} referral</source>
        <translation>{n} referido</translation>
    </message>
    <message>
        <source>{n} referrals</source>
        <translation>{n} referidos</translation>
    </message>
    <message>
        <source>{n} person</source>
        <translation>{n} persona</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} personas</translation>
    </message>
    <message>
        <source>{n} place of a person</source>
        <translation>{n} lugar de una persona</translation>
    </message>
    <message>
        <source>{n} places of people</source>
        <translation>{n} lugares de personas</translation>
    </message>
    <message>
        <source>{n} entry of what you accept</source>
        <translation>{n} entrada de lo que aceptan</translation>
    </message>
    <message>
        <source>{n} entries of what you accept</source>
        <translation>{n} entradas de lo que aceptan</translation>
    </message>
    <message>
        <source>{n} ZIP code served</source>
        <translation>{n} código ZIP atendido</translation>
    </message>
    <message>
        <source>{n} ZIP codes served</source>
        <translation>{n} códigos ZIP atendidos</translation>
    </message>
    <message>
        <source>{n} entry of capacity</source>
        <translation>{n} entrada de capacidad</translation>
    </message>
    <message>
        <source>{n} entries of capacity</source>
        <translation>{n} entradas de capacidad</translation>
    </message>
    <message>
        <source>{n} record</source>
        <translation>{n} registro</translation>
    </message>
    <message>
        <source>{n} records</source>
        <translation>{n} registros</translation>
    </message>
    <message>
        <source>Retired {day}</source>
        <translation>Retirado el {day}</translation>
    </message>
    <message>
        <source>Retired {day} by {who}</source>
        <translation>Retirado el {day} por {who}</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>What forms let one choose from. Rename, order and retire as it suits you.</source>
        <translation>De lo que los formularios dejan elegir. Cambie nombres, ordene y retire como le convenga.</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation>Páginas de ajustes</translation>
    </message>
    <message>
        <source>Page of settings</source>
        <translation>Página de ajustes</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>How does the agency work?</source>
        <translation>¿Cómo trabaja la agencia?</translation>
    </message>
    <message>
        <source>This is a sample agency: everything in it is made up.</source>
        <translation>Esta es una agencia de ejemplo: todo en ella es inventado.</translation>
    </message>
    <message>
        <source>Throw away and set up my agency</source>
        <translation>Descartarla y configurar mi agencia</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>Said of {said} of {all} pairs. What is not said is asked at each referral.</source>
        <translation>Dicho de {said} de {all} pares. Lo no dicho se pregunta en cada referido.</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>no aceptado</translation>
    </message>
    <message>
        <source>{payer} for {line}</source>
        <translation>{payer} para {line}</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde el {day}</translation>
    </message>
    <message>
        <source>What has held stays said. Choose not accepted to end it.</source>
        <translation>Lo que rigió queda dicho. Elija no aceptado para terminarlo.</translation>
    </message>
    <message>
        <source>What you accept is changed from today on.</source>
        <translation>Lo que aceptan cambia desde hoy.</translation>
    </message>
    <message>
        <source>Paste a list, parted by commas, spaces or lines</source>
        <translation>Pegue una lista, separada por comas, espacios o líneas</translation>
    </message>
    <message>
        <source>They get instead</source>
        <translation>Reciben en su lugar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Choose what they get.</source>
        <translation>Elija qué reciben.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia de seguridad</translation>
    </message>
    <message>
        <source>The backup is being looked through.</source>
        <translation>Se está revisando la copia de seguridad.</translation>
    </message>
    <message>
        <source>What is here now is kept aside as a file. Half-filled forms stay, and so do attached files. The window closes and opens again.</source>
        <translation>Lo que hay ahora se aparta como archivo. Los formularios a medias y los archivos adjuntos se quedan. La ventana se cierra y se abre de nuevo.</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Restaurar esta copia</translation>
    </message>
    <message>
        <source>In the backup</source>
        <translation>En la copia</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>Aquí ahora</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset to {default}: {rule}</source>
        <translation>Restablecer en {default}: {rule}</translation>
    </message>
    <message>
        <source>Back to {default}</source>
        <translation>De nuevo en {default}</translation>
    </message>
    <message>
        <source>The numbers behind due dates, the waterfall, the loop and the measures.</source>
        <translation>Los números detrás de los vencimientos, la cascada, el seguimiento y las mediciones.</translation>
    </message>
    <message>
        <source>Reset all to their defaults</source>
        <translation>Restablecer todos</translation>
    </message>
    <message>
        <source>One number is your own: {names}.</source>
        <translation>Un número es suyo: {names}.</translation>
    </message>
    <message>
        <source>{n} numbers are your own: {names}.</source>
        <translation>{n} números son suyos: {names}.</translation>
    </message>
    <message>
        <source>All numbers are those that everybody starts with.</source>
        <translation>Todos los números son aquellos con los que empieza todo el mundo.</translation>
    </message>
    <message>
        <source>From {day}: {rule} {value}</source>
        <translation>Desde el {day}: {rule} {value}</translation>
    </message>
    <message>
        <source>the rules</source>
        <translation>las reglas</translation>
    </message>
    <message>
        <source>The rules are changed.</source>
        <translation>Las reglas se cambiaron.</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>en blanco</translation>
    </message>
    <message>
        <source>Your own since {day}; the default is {default} ({source})</source>
        <translation>Suyo desde el {day}; lo usual es {default} ({source})</translation>
    </message>
    <message>
        <source>Default {default}: {source}</source>
        <translation>Usual {default}: {source}</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>etiqueta</translation>
    </message>
    <message>
        <source>Tags come from sources. Give one the name of another to put the two together.</source>
        <translation>Las etiquetas vienen de las fuentes. Dé a una el nombre de otra para juntarlas.</translation>
    </message>
    <message>
        <source>Take off all sources</source>
        <translation>Quitar de todas las fuentes</translation>
    </message>
    <message>
        <source>The tag {name} is off all sources.</source>
        <translation>La etiqueta {name} ya no está en ninguna fuente.</translation>
    </message>
    <message>
        <source>Give a time, such as 8:00 AM.</source>
        <translation>Indique una hora, como 8:00 AM.</translation>
    </message>
    <message>
        <source>{day} is a working day</source>
        <translation>{day} es día hábil</translation>
    </message>
    <message>
        <source>{day} starts at</source>
        <translation>{day}: empieza a las</translation>
    </message>
    <message>
        <source>{day} ends at</source>
        <translation>{day}: termina a las</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>{starts} to {ends}</source>
        <translation>{starts} a {ends}</translation>
    </message>
    <message>
        <source>Give a day at most ten years away.</source>
        <translation>Indique un día, como máximo, dentro de diez años.</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile. Nothing was saved; look again.</source>
        <translation>Entretanto, alguien modificó esto. No se guardó nada; revíselo.</translation>
    </message>
    <message>
        <source>&quot;{zip}&quot; is not a ZIP code: give five digits each, such as 37203.</source>
        <translation>&quot;{zip}&quot; no es un código ZIP: indique cinco cifras en cada uno, como 37203.</translation>
    </message>
    <message>
        <source>These are too many ZIP codes.</source>
        <translation>Son demasiados códigos ZIP.</translation>
    </message>
    <message>
        <source>Choose another territory.</source>
        <translation>Elija otro territorio.</translation>
    </message>
    <message>
        <source>Choose a territory that is in use.</source>
        <translation>Elija un territorio que esté en uso.</translation>
    </message>
    <message>
        <source>{zip} is in {name} already. A ZIP code belongs to one territory.</source>
        <translation>{zip} ya está en {name}. Un código ZIP pertenece a un solo territorio.</translation>
    </message>
    <message>
        <source>{name} is there already.</source>
        <translation>{name} ya está ahí.</translation>
    </message>
    <message>
        <source>{name} is archived. Restore that one, or add something to the name.</source>
        <translation>{name} está archivado. Restaure ese o agregue algo al nombre.</translation>
    </message>
    <message>
        <source>There is nothing called {name} to hand over.</source>
        <translation>No hay nada llamado {name} que entregar.</translation>
    </message>
    <message>
        <source>{name} is the person at this desk, who signs what is done here.</source>
        <translation>{name} es la persona de este escritorio, que firma lo que se hace aquí.</translation>
    </message>
    <message>
        <source>Choose somebody who is still here.</source>
        <translation>Elija a alguien que siga aquí.</translation>
    </message>
    <message>
        <source>Choose somebody else.</source>
        <translation>Elija a otra persona.</translation>
    </message>
    <message>
        <source>{column} cannot be set.</source>
        <translation>{column} no se puede cambiar.</translation>
    </message>
    <message>
        <source>Give the person&apos;s name.</source>
        <translation>Indique el nombre de la persona.</translation>
    </message>
    <message>
        <source>Choose what the person does.</source>
        <translation>Elija qué hace la persona.</translation>
    </message>
    <message>
        <source>Choose home or office.</source>
        <translation>Elija casa u oficina.</translation>
    </message>
    <message>
        <source>Give hours a week from 0 to {most}.</source>
        <translation>Indique horas por semana de 0 a {most}.</translation>
    </message>
    <message>
        <source>Who works with the program. Names stand in the history of everything they do.</source>
        <translation>Quién trabaja con el programa. Los nombres quedan en el historial de todo lo que hacen.</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Equipos</translation>
    </message>
    <message>
        <source>Territories</source>
        <translation>Territorios</translation>
    </message>
    <message>
        <source>Sources follow their ZIP code, unless somebody set the territory by hand.</source>
        <translation>Las fuentes siguen su código ZIP, salvo que alguien haya puesto el territorio a mano.</translation>
    </message>
    <message>
        <source>Hide archived</source>
        <translation>Ocultar archivados</translation>
    </message>
    <message>
        <source>Show archived</source>
        <translation>Mostrar archivados</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Sits here</source>
        <translation>Trabaja aquí</translation>
    </message>
    <message>
        <source>{name} is back.</source>
        <translation>{name} está de vuelta.</translation>
    </message>
    <message>
        <source>{name} is archived.</source>
        <translation>{name} está archivada.</translation>
    </message>
    <message>
        <source>{n} person is in {name}.</source>
        <translation>{n} persona está en {name}.</translation>
    </message>
    <message>
        <source>{n} people are in {name}.</source>
        <translation>{n} personas están en {name}.</translation>
    </message>
    <message>
        <source>no team</source>
        <translation>sin equipo</translation>
    </message>
    <message>
        <source>The team {name} is archived.</source>
        <translation>El equipo {name} está archivado.</translation>
    </message>
    <message>
        <source>{name} is back. Give it its ZIP codes.</source>
        <translation>{name} está de vuelta. Dele sus códigos ZIP.</translation>
    </message>
    <message>
        <source>{name} has {zips} ZIP codes and {sources} sources.</source>
        <translation>{name} tiene {zips} códigos ZIP y {sources} fuentes.</translation>
    </message>
    <message>
        <source>no territory</source>
        <translation>sin territorio</translation>
    </message>
    <message>
        <source>Re-assign and archive</source>
        <translation>Reasignar y archivar</translation>
    </message>
    <message>
        <source>{name} is added.</source>
        <translation>{name}: agregado.</translation>
    </message>
    <message>
        <source>{name} is saved.</source>
        <translation>{name}: guardado.</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Agregar una persona</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Hours a week for visits</source>
        <translation>Horas por semana para visitas</translation>
    </message>
    <message>
        <source>For the plan and the capacity</source>
        <translation>Para el plan y la capacidad</translation>
    </message>
    <message>
        <source>Home ZIP</source>
        <translation>ZIP de casa</translation>
    </message>
    <message>
        <source>For the drives of a plan</source>
        <translation>Para los viajes de un plan</translation>
    </message>
    <message>
        <source>A planned day starts</source>
        <translation>Un día planificado empieza</translation>
    </message>
    <message>
        <source>A planned day ends</source>
        <translation>Un día planificado termina</translation>
    </message>
    <message>
        <source>The team {name} is saved.</source>
        <translation>El equipo {name} está guardado.</translation>
    </message>
    <message>
        <source>Add a team</source>
        <translation>Agregar un equipo</translation>
    </message>
    <message>
        <source>No teams. They help to see numbers of a few people together.</source>
        <translation>No hay equipos. Ayudan a ver juntas las cifras de unas cuantas personas.</translation>
    </message>
    <message>
        <source>Add a territory</source>
        <translation>Agregar un territorio</translation>
    </message>
    <message>
        <source>No territories. A source is in the one that has its ZIP code.</source>
        <translation>No hay territorios. Una fuente está en el que tiene su código ZIP.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>ZIP codes</source>
        <translation>códigos ZIP</translation>
    </message>
    <message>
        <source>Paste a list: one a line, or parted by commas or spaces</source>
        <translation>Pegue una lista: uno por línea, o separados por comas o espacios</translation>
    </message>
    <message>
        <source>at home</source>
        <translation>en casa</translation>
    </message>
    <message>
        <source>at the office</source>
        <translation>en la oficina</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivado</translation>
    </message>
    <message>
        <source>at this desk</source>
        <translation>en este escritorio</translation>
    </message>
    <message>
        <source>{hours} hours a week</source>
        <translation>{hours} horas por semana</translation>
    </message>
    <message>
        <source>{zips} and {n} more</source>
        <translation>{zips} y {n} más</translation>
    </message>
    <message>
        <source>Still to do</source>
        <translation>Aún por hacer</translation>
    </message>
    <message>
        <source>Skipped when the agency was set up. Each can wait, and each can be waved away.</source>
        <translation>Omitido al configurar la agencia. Todo puede esperar y todo se puede descartar.</translation>
    </message>
    <message>
        <source>Your list of referral sources</source>
        <translation>Su lista de fuentes de referidos</translation>
    </message>
    <message>
        <source>Who else works with the program</source>
        <translation>Quién más trabaja con el programa</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>Agregar personas</translation>
    </message>
    <message>
        <source>What you take and where</source>
        <translation>Qué aceptan y dónde</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>Indicarlo</translation>
    </message>
    <message>
        <source>Who works in which territory</source>
        <translation>Quién trabaja en qué territorio</translation>
    </message>
    <message>
        <source>Add territories</source>
        <translation>Agregar territorios</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>No hace falta</translation>
    </message>
    <message>
        <source>Not needed: {what}</source>
        <translation>No hace falta: {what}</translation>
    </message>
    <message>
        <source>{file} is no picture that can be read. Choose a PNG or a JPEG file.</source>
        <translation>{file} no es una imagen que se pueda leer. Elija un archivo PNG o JPEG.</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Elegir una imagen…</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>Quitar el logotipo</translation>
    </message>
    <message>
        <source>It stands on scorecards and other pages that you hand over.</source>
        <translation>Figura en las tarjetas de resultados y en otras páginas que usted entrega.</translation>
    </message>
    <message>
        <source>Choose the logo</source>
        <translation>Elegir el logotipo</translation>
    </message>
    <message>
        <source>Pictures ({kinds})</source>
        <translation>Imágenes ({kinds})</translation>
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
        <translation>Personas encontradas</translation>
    </message>
    <message>
        <source>All matching</source>
        <translation>Todas las que coinciden</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Quitar la selección</translation>
    </message>
    <message>
        <source>{count:,} chosen</source>
        <translation>{count:,} elegidas</translation>
    </message>
    <message>
        <source>All matching ({matching:,})</source>
        <translation>Todas las que coinciden ({matching:,})</translation>
    </message>
    <message>
        <source>Under which name do you keep this filter with its columns and order?</source>
        <translation>¿Con qué nombre guarda este filtro con sus columnas y su orden?</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Guardar vista</translation>
    </message>
    <message>
        <source>Type a name, such as My week.</source>
        <translation>Escriba un nombre, como Mi semana.</translation>
    </message>
    <message>
        <source>View {name} saved</source>
        <translation>Vista {name} guardada</translation>
    </message>
    <message>
        <source>View forgotten</source>
        <translation>Vista olvidada</translation>
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
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>elija</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Depende de</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>Every how many days</source>
        <translation>Cada cuántos días</translation>
    </message>
    <message>
        <source>Blank follows tier and type</source>
        <translation>En blanco sigue al nivel y al tipo</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>Cómo comunicarse</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Sitio web</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>ZIP</source>
        <translation>ZIP</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Territorio</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Potential a month</source>
        <translation>Potencial al mes</translation>
    </message>
    <message>
        <source>What it is worth</source>
        <translation>Cuánto vale</translation>
    </message>
    <message>
        <source>Where that comes from</source>
        <translation>De dónde sale eso</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Parted by semicolons</source>
        <translation>Separadas por punto y coma</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Proveedores</translation>
    </message>
    <message>
        <source>Beds</source>
        <translation>Camas</translation>
    </message>
    <message>
        <source>NPI</source>
        <translation>NPI</translation>
    </message>
    <message>
        <source>CCN</source>
        <translation>CCN</translation>
    </message>
    <message>
        <source>Needs heard</source>
        <translation>Necesidades oídas</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>En palabras</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Propósito</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Qué cambió</translation>
    </message>
    <message>
        <source>Asked for referrals</source>
        <translation>Se pidieron referidos</translation>
    </message>
    <message>
        <source>every 30 days</source>
        <translation>cada 30 días</translation>
    </message>
    <message>
        <source>every 45 days</source>
        <translation>cada 45 días</translation>
    </message>
    <message>
        <source>every 60 days</source>
        <translation>cada 60 días</translation>
    </message>
    <message>
        <source>as tier and type say</source>
        <translation>según nivel y tipo</translation>
    </message>
    <message>
        <source>Owner…</source>
        <translation>Responsable…</translation>
    </message>
    <message>
        <source>Cadence…</source>
        <translation>Cadencia…</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Etiqueta…</translation>
    </message>
    <message>
        <source>Make inactive…</source>
        <translation>Desactivar…</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Export these</source>
        <translation>Exportar estas</translation>
    </message>
    <message>
        <source>Who owns {these}?</source>
        <translation>¿Quién tiene a cargo {these}?</translation>
    </message>
    <message>
        <source>Set owner of {count:,}</source>
        <translation>Poner responsable a {count:,}</translation>
    </message>
    <message>
        <source>Owner set for</source>
        <translation>Responsable puesto a</translation>
    </message>
    <message>
        <source>How often are {these} visited?</source>
        <translation>¿Cada cuánto se visitan {these}?</translation>
    </message>
    <message>
        <source>Set cadence of {count:,}</source>
        <translation>Poner cadencia a {count:,}</translation>
    </message>
    <message>
        <source>Cadence set for</source>
        <translation>Cadencia puesta a</translation>
    </message>
    <message>
        <source>Which tag do {these} get?</source>
        <translation>¿Qué etiqueta reciben {these}?</translation>
    </message>
    <message>
        <source>Tag {count:,}</source>
        <translation>Etiquetar {count:,}</translation>
    </message>
    <message>
        <source>Tagged &quot;{tag}&quot;:</source>
        <translation>Etiqueta &quot;{tag}&quot; en</translation>
    </message>
    <message>
        <source>Type a tag, such as wound care.</source>
        <translation>Escriba una etiqueta, como heridas.</translation>
    </message>
    <message>
        <source>Why do {these} become inactive?</source>
        <translation>¿Por qué se desactivan {these}?</translation>
    </message>
    <message>
        <source>Make {count:,} inactive</source>
        <translation>Desactivar {count:,}</translation>
    </message>
    <message>
        <source>Say why: a reason is needed to make sources inactive.</source>
        <translation>Indique por qué: hace falta un motivo para desactivar fuentes.</translation>
    </message>
    <message>
        <source>{count:,} source made inactive</source>
        <translation>{count:,} fuente desactivada</translation>
    </message>
    <message>
        <source>{count:,} sources made inactive</source>
        <translation>{count:,} fuentes desactivadas</translation>
    </message>
    <message>
        <source>{count:,} source archived</source>
        <translation>{count:,} fuente archivada</translation>
    </message>
    <message>
        <source>{count:,} sources archived</source>
        <translation>{count:,} fuentes archivadas</translation>
    </message>
    <message>
        <source>{count:,} source restored</source>
        <translation>{count:,} fuente restaurada</translation>
    </message>
    <message>
        <source>{count:,} sources restored</source>
        <translation>{count:,} fuentes restauradas</translation>
    </message>
    <message>
        <source>these {count:,} sources</source>
        <translation>estas {count:,} fuentes</translation>
    </message>
    <message>
        <source>Restore {count:,}</source>
        <translation>Restaurar {count:,}</translation>
    </message>
    <message>
        <source>Archive {count:,}</source>
        <translation>Archivar {count:,}</translation>
    </message>
    <message>
        <source>Export these {count:,}</source>
        <translation>Exportar estas {count:,}</translation>
    </message>
    <message>
        <source>SNF</source>
        <translation>SNF</translation>
    </message>
    <message>
        <source>IRF</source>
        <translation>IRF</translation>
    </message>
    <message>
        <source>LTACH</source>
        <translation>LTACH</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Consultorio</translation>
    </message>
    <message>
        <source>Indep. living</source>
        <translation>Vida indep.</translation>
    </message>
    <message>
        <source>Payer CM</source>
        <translation>Gestión pag.</translation>
    </message>
    <message>
        <source>Care manager</source>
        <translation>Gestor</translation>
    </message>
    <message>
        <source>asked for referrals</source>
        <translation>se pidieron referidos</translation>
    </message>
    <message>
        <source>agreed to refer</source>
        <translation>aceptó referir</translation>
    </message>
    <message>
        <source>declined to refer</source>
        <translation>se negó a referir</translation>
    </message>
    <message>
        <source>its own</source>
        <translation>propia</translation>
    </message>
    <message>
        <source>by its type</source>
        <translation>por su tipo</translation>
    </message>
    <message>
        <source>the agency&apos;s</source>
        <translation>la de la agencia</translation>
    </message>
    <message>
        <source>{count:,} archived source</source>
        <translation>{count:,} fuente archivada</translation>
    </message>
    <message>
        <source>{count:,} archived sources</source>
        <translation>{count:,} fuentes archivadas</translation>
    </message>
    <message>
        <source>{sources}, {shown:,} shown</source>
        <translation>{sources}, {shown:,} mostradas</translation>
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
        <source>every {days} d</source>
        <translation>cada {days} d</translation>
    </message>
    <message>
        <source>visit {number} of {needed}</source>
        <translation>visita {number} de {needed}</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inactiva</translation>
    </message>
    <message>
        <source>decide</source>
        <translation>decidir</translation>
    </message>
    <message>
        <source>late {days:,} d</source>
        <translation>tarde {days:,} d</translation>
    </message>
    <message>
        <source>over {days:,} d</source>
        <translation>atraso {days:,} d</translation>
    </message>
    <message>
        <source>none of its own: every {days} days ({origin})</source>
        <translation>ninguna propia: cada {days} días ({origin})</translation>
    </message>
    <message>
        <source>Late, {count:,} days overdue</source>
        <translation>Muy atrasada, {count:,} días de atraso</translation>
    </message>
    <message>
        <source>Overdue 1 day, latest {latest}</source>
        <translation>Atraso de 1 día, a más tardar el {latest}</translation>
    </message>
    <message>
        <source>Overdue {count:,} days, latest {latest}</source>
        <translation>Atraso de {count:,} días, a más tardar el {latest}</translation>
    </message>
    <message>
        <source>Due {day}, latest {latest}</source>
        <translation>Vence el {day}, a más tardar el {latest}</translation>
    </message>
    <message>
        <source>Next {day}, latest {latest}</source>
        <translation>Próxima el {day}, a más tardar el {latest}</translation>
    </message>
    <message>
        <source>Ask how many patients a month need home care, and write it down.</source>
        <translation>Pregunte cuántos pacientes al mes necesitan atención en casa y anótelo.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>vence {date}</translation>
    </message>
    <message>
        <source>{type} of {parent}</source>
        <translation>{type} de {parent}</translation>
    </message>
    <message>
        <source>Active, every {days} days ({origin})</source>
        <translation>Activa, cada {days} días ({origin})</translation>
    </message>
    <message>
        <source>Prospective, visit {number} of {needed}</source>
        <translation>Potencial, visita {number} de {needed}</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inactiva</translation>
    </message>
    <message>
        <source>tier {tier}</source>
        <translation>nivel {tier}</translation>
    </message>
    <message>
        <source>Blank: every {days} days ({origin})</source>
        <translation>En blanco: cada {days} días ({origin})</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivado</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>{actual} a month; potential not known</source>
        <translation>{actual} al mes; no se conoce el potencial</translation>
    </message>
    <message>
        <source>{actual} of about {amount} a month</source>
        <translation>{actual} de unos {amount} al mes</translation>
    </message>
    <message>
        <source>{share:.0%} of it comes to us</source>
        <translation>{share:.0%} nos llega</translation>
    </message>
    <message>
        <source>none in 12 months</source>
        <translation>ninguno en 12 meses</translation>
    </message>
    <message>
        <source>{referrals:,} in 12 months, {admitted:.0%} admitted</source>
        <translation>{referrals:,} en 12 meses, {admitted:.0%} admitidos</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>with {people}</source>
        <translation>con {people}</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
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
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Compromisos</translation>
    </message>
    <message>
        <source>Pilots</source>
        <translation>Pilotos</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>Tarjeta de resultados</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Parts of this source</source>
        <translation>Partes de esta fuente</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nada elegido</translation>
    </message>
    <message>
        <source>Choose a source in the table to see what it is worth.</source>
        <translation>Elija una fuente en la tabla para ver cuánto vale.</translation>
    </message>
    <message>
        <source>What you typed is kept as a draft</source>
        <translation>Lo que escribió se conserva como borrador</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>No files yet. Add one, or drag it in here.</source>
        <translation>Aún no hay archivos. Agregue uno o arrástrelo aquí.</translation>
    </message>
    <message>
        <source>Add file</source>
        <translation>Agregar archivo</translation>
    </message>
    <message>
        <source>{name} added</source>
        <translation>{name}: agregado</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Agregar un archivo</translation>
    </message>
    <message>
        <source>Archive {name}</source>
        <translation>Archivar {name}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
    <message>
        <source>{name} archived</source>
        <translation>{name}: archivado</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {why}.</source>
        <translation>No se puede abrir {name}: {why}.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>Filter sources as you type</source>
        <translation>Filtre fuentes al escribir</translation>
    </message>
    <message>
        <source>Finds every text of a source, its people and its notes (/ or Ctrl+F)</source>
        <translation>Encuentra todo texto de una fuente, sus personas y sus notas (/ o Ctrl+F)</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Ritmo</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Show sources with a pilot that runs or is proposed</source>
        <translation>Mostrar las fuentes con un piloto en marcha o propuesto</translation>
    </message>
    <message>
        <source>Show archived sources instead of those in use</source>
        <translation>Mostrar las fuentes archivadas en vez de las activas</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Borrar el filtro</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Elegir columnas</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Make active</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Edit this source (Enter in the table)</source>
        <translation>Editar esta fuente (Intro en la tabla)</translation>
    </message>
    <message>
        <source>Bring this source back among those in use</source>
        <translation>Devolver esta fuente a las que están en uso</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>Sin responsable</translation>
    </message>
    <message>
        <source>Log visit</source>
        <translation>Registrar visita</translation>
    </message>
    <message>
        <source>Plan visit</source>
        <translation>Planificar visita</translation>
    </message>
    <message>
        <source>Make active…</source>
        <translation>Activar…</translation>
    </message>
    <message>
        <source>Make prospective</source>
        <translation>Pasar a potencial</translation>
    </message>
    <message>
        <source>every {days} days, offered by its rank</source>
        <translation>cada {days} días, propuesto por su nivel</translation>
    </message>
    <message>
        <source>every {days} days</source>
        <translation>cada {days} días</translation>
    </message>
    <message>
        <source>How often will you see {name}?</source>
        <translation>¿Cada cuánto verá a {name}?</translation>
    </message>
    <message>
        <source>Why does {name} become inactive?</source>
        <translation>¿Por qué se desactiva {name}?</translation>
    </message>
    <message>
        <source>Make inactive</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Say why: a reason is needed to make a source inactive.</source>
        <translation>Indique por qué: hace falta un motivo para desactivar una fuente.</translation>
    </message>
    <message>
        <source>{name} restored</source>
        <translation>{name}: restaurado</translation>
    </message>
    <message>
        <source>{name} is {stage} now</source>
        <translation>{name} ahora está {stage}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próxima</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>A más tardar</translation>
    </message>
    <message>
        <source>Potential</source>
        <translation>Potencial</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 días</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 meses</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Última visita</translation>
    </message>
    <message>
        <source>Referrals by month</source>
        <translation>Referidos por mes</translation>
    </message>
    <message>
        <source>Potential and share</source>
        <translation>Potencial y parte</translation>
    </message>
    <message>
        <source>Open promises</source>
        <translation>Compromisos abiertos</translation>
    </message>
    <message>
        <source>Set potential…</source>
        <translation>Fijar potencial…</translation>
    </message>
    <message>
        <source>Say what this source could send, and from what</source>
        <translation>Decir qué podría enviar esta fuente, y de dónde se sabe</translation>
    </message>
    <message>
        <source>None written down.</source>
        <translation>Ninguno anotado.</translation>
    </message>
    <message>
        <source>Not visited yet.</source>
        <translation>Aún sin visitas.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Cumplido</translation>
    </message>
    <message>
        <source>Kept: {text}</source>
        <translation>Cumplido: {text}</translation>
    </message>
    <message>
        <source>Commitment kept</source>
        <translation>Compromiso cumplido</translation>
    </message>
    <message>
        <source>Nobody here yet. Add whom you ask for at the desk.</source>
        <translation>Aún no hay nadie. Agregue a quien se pregunta en recepción.</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Agregar persona</translation>
    </message>
    <message>
        <source>{typed_name} added</source>
        <translation>Se agregó a {typed_name}</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restaurado</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>{name} saved</source>
        <translation>{name}: guardado</translation>
    </message>
    <message>
        <source>{name} is also at</source>
        <translation>{name} también está en</translation>
    </message>
    <message>
        <source>Title there</source>
        <translation>Cargo allí</translation>
    </message>
    <message>
        <source>Add there</source>
        <translation>Agregar ahí</translation>
    </message>
    <message>
        <source>{name} added there</source>
        <translation>Se agregó a {name} ahí</translation>
    </message>
    <message>
        <source>Type a name and pick the source from the list.</source>
        <translation>Escriba un nombre y elija la fuente de la lista.</translation>
    </message>
    <message>
        <source>This person is no longer there.</source>
        <translation>Esta persona ya no existe.</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>Editar {name}</translation>
    </message>
    <message>
        <source>Role here</source>
        <translation>Función aquí</translation>
    </message>
    <message>
        <source>Also at…</source>
        <translation>También en…</translation>
    </message>
    <message>
        <source>Is back</source>
        <translation>Volvió</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>Se fue</translation>
    </message>
    <message>
        <source>left</source>
        <translation>se fue</translation>
    </message>
    <message>
        <source>{name} is back</source>
        <translation>{name} está de vuelta</translation>
    </message>
    <message>
        <source>{name} has left</source>
        <translation>{name} se fue</translation>
    </message>
    <message>
        <source>prefers {channel}</source>
        <translation>prefiere {channel}</translation>
    </message>
    <message>
        <source>Last met {day}</source>
        <translation>Última vez el {day}</translation>
    </message>
    <message>
        <source>Also at {sources}</source>
        <translation>También en {sources}</translation>
    </message>
    <message>
        <source>This place is no longer there.</source>
        <translation>Este lugar ya no existe.</translation>
    </message>
    <message>
        <source>Changes to {name}, left half-filled {when}.</source>
        <translation>Cambios en {name}, a medias {when}.</translation>
    </message>
    <message>
        <source>A new source, left half-filled {when}.</source>
        <translation>Una fuente nueva, a medias {when}.</translation>
    </message>
    <message>
        <source>A visit to {name}, left half-filled {when}.</source>
        <translation>Una visita a {name}, a medias {when}.</translation>
    </message>
    <message>
        <source>A person at {name}, left half-filled {when}.</source>
        <translation>Una persona en {name}, a medias {when}.</translation>
    </message>
    <message>
        <source>A commitment to {name}, left half-filled {when}.</source>
        <translation>Un compromiso con {name}, a medias {when}.</translation>
    </message>
    <message>
        <source>A pilot with {name}, left half-filled {when}.</source>
        <translation>Un piloto con {name}, dejado a medias {when}.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Who are they and what is the relationship worth?</source>
        <translation>¿Quiénes son y cuánto vale la relación?</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Agregar fuente</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importar una lista</translation>
    </message>
    <message>
        <source>Add one</source>
        <translation>Agregar una</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Borrar filtro</translation>
    </message>
    <message>
        <source>No sources yet</source>
        <translation>Aún no hay fuentes</translation>
    </message>
    <message>
        <source>Bring your list of referral sources, or add the first one.</source>
        <translation>Traiga su lista de fuentes de referidos o agregue la primera.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>No source goes with this filter.</source>
        <translation>Ninguna fuente coincide con este filtro.</translation>
    </message>
    <message>
        <source>{name} was archived by somebody else meanwhile.</source>
        <translation>Entretanto, otra persona archivó {name}.</translation>
    </message>
    <message>
        <source>a source</source>
        <translation>una fuente</translation>
    </message>
    <message>
        <source>The new source is kept as a draft</source>
        <translation>La fuente nueva se conserva como borrador</translation>
    </message>
    <message>
        <source>What you typed about {name} is kept as a draft</source>
        <translation>Lo que escribió sobre {name} se conserva como borrador</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>No referrals from here yet.</source>
        <translation>Aún no hay referidos de aquí.</translation>
    </message>
    <message>
        <source>New referral</source>
        <translation>Nuevo referido</translation>
    </message>
    <message>
        <source>Record a referral from this source (Ctrl+R)</source>
        <translation>Registrar un referido de esta fuente (Ctrl+R)</translation>
    </message>
    <message>
        <source>ZIP {zip}</source>
        <translation>ZIP {zip}</translation>
    </message>
    <message>
        <source>Start of care {day}</source>
        <translation>Inicio de la atención {day}</translation>
    </message>
    <message>
        <source>decided in {time}</source>
        <translation>decidido en {time}</translation>
    </message>
    <message>
        <source>Open the referral of {day}</source>
        <translation>Abrir el referido del {day}</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Agregar una fuente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the form (Esc)</source>
        <translation>Cerrar el formulario (Esc)</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Hace falta un nombre.</translation>
    </message>
    <message>
        <source>Choose a type.</source>
        <translation>Elija un tipo.</translation>
    </message>
    <message>
        <source>Show sources or people</source>
        <translation>Mostrar fuentes o personas</translation>
    </message>
    <message>
        <source>Show the sources, or everybody who works at them</source>
        <translation>Mostrar las fuentes o a todos los que trabajan en ellas</translation>
    </message>
    <message>
        <source>No visits yet. Log the first one, or plan it.</source>
        <translation>Aún no hay visitas. Registre la primera o planifíquela.</translation>
    </message>
    <message>
        <source>Visit planned</source>
        <translation>Visita planificada</translation>
    </message>
    <message>
        <source>Visit saved</source>
        <translation>Visita guardada</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>Próximo: {step}</translation>
    </message>
    <message>
        <source>Edit {title}</source>
        <translation>Editar {title}</translation>
    </message>
    <message>
        <source>Log it</source>
        <translation>Registrarla</translation>
    </message>
    <message>
        <source>Log {title}</source>
        <translation>Registrar {title}</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>No realizada</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Archive {title}</source>
        <translation>Archivar {title}</translation>
    </message>
    <message>
        <source>History of {title}</source>
        <translation>Historial de {title}</translation>
    </message>
    <message>
        <source>Visit {status}</source>
        <translation>Visita: {status}</translation>
    </message>
    <message>
        <source>Visit archived</source>
        <translation>Visita archivada</translation>
    </message>
    <message>
        <source>That source is no longer there.</source>
        <translation>Esa fuente ya no existe.</translation>
    </message>
    <message>
        <source>1 planned visit stays on the calendar.</source>
        <translation>1 visita planificada sigue en el calendario.</translation>
    </message>
    <message>
        <source>{count:,} planned visits stay on the calendar.</source>
        <translation>{count:,} visitas planificadas siguen en el calendario.</translation>
    </message>
    <message>
        <source>1 planned visit stays with whoever was to make it.</source>
        <translation>1 visita planificada sigue a cargo de quien iba a hacerla.</translation>
    </message>
    <message>
        <source>{count:,} planned visits stay with whoever was to make them.</source>
        <translation>{count:,} visitas planificadas siguen a cargo de quienes iban a hacerlas.</translation>
    </message>
    <message>
        <source>1 planned visit is off the calendar until it is restored.</source>
        <translation>1 visita planificada queda fuera del calendario hasta que se restaure.</translation>
    </message>
    <message>
        <source>{count:,} planned visits are off the calendar until they are restored.</source>
        <translation>{count:,} visitas planificadas quedan fuera del calendario hasta que se restauren.</translation>
    </message>
    <message>
        <source>1 referral from there is still open; it stays in Referrals.</source>
        <translation>1 referido de ahí sigue abierto; permanece en Referidos.</translation>
    </message>
    <message>
        <source>{count:,} referrals from there are still open; they stay in Referrals.</source>
        <translation>{count:,} referidos de ahí siguen abiertos; permanecen en Referidos.</translation>
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
        <source>The agency&apos;s folder or its database file cannot be written to. Check that you may change files there.</source>
        <translation>No se puede escribir en la carpeta de la agencia o en su archivo de base de datos. Compruebe que puede modificar archivos ahí.</translation>
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
        <source>Taking back</source>
        <translation>Deshaciendo</translation>
    </message>
    <message>
        <source>This cannot be undone: the {what} has been changed since.</source>
        <translation>Esto no se puede deshacer: el registro ({what}) se modificó después.</translation>
    </message>
    <message>
        <source>This cannot be undone: the {what} has been changed since, by {who} ({step}). Its History shows what.</source>
        <translation>Esto no se puede deshacer: {who} modificó después el registro ({what}; {step}). Su Historial muestra qué.</translation>
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
    <message>
        <source>Writing the journal</source>
        <translation>Escribiendo el diario</translation>
    </message>
    <message>
        <source>{folder} is not there. Plug the disk in, or choose another folder.</source>
        <translation>{folder} no está. Conecte el disco o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Backups lie in this folder already. Choose one on another disk.</source>
        <translation>Las copias de seguridad ya están en esta carpeta. Elija una en otro disco.</translation>
    </message>
    <message>
        <source>The copy at the second place is not whole. Check that disk.</source>
        <translation>La copia del segundo lugar está dañada. Revise ese disco.</translation>
    </message>
</context>
<context>
    <name>take</name>
    <message>
        <source>{what}: {state}</source>
        <translation>{what}: {state}</translation>
    </message>
    <message>
        <source>{what}: {state} until {day}</source>
        <translation>{what}: {state} hasta {day}</translation>
    </message>
    <message>
        <source>all lines</source>
        <translation>todas las líneas</translation>
    </message>
    <message>
        <source>and {count:,} more</source>
        <translation>y {count:,} más</translation>
    </message>
    <message>
        <source>ZIP codes added for {line}: {zips}</source>
        <translation>Códigos postales añadidos para {line}: {zips}</translation>
    </message>
    <message>
        <source>ZIP codes removed for {line}: {zips}</source>
        <translation>Códigos postales quitados para {line}: {zips}</translation>
    </message>
    <message>
        <source>{zips} and {count:,} more</source>
        <translation>{zips} y {count:,} más</translation>
    </message>
    <message>
        <source>{payer} for {line}</source>
        <translation>{payer} para {line}</translation>
    </message>
    <message>
        <source>{what}: taken back what was to hold from {day}</source>
        <translation>{what}: se retiró lo que iba a regir desde {day}</translation>
    </message>
    <message>
        <source>{what}: accepted from {day}</source>
        <translation>{what}: se acepta desde {day}</translation>
    </message>
    <message>
        <source>{what}: not accepted from {day}</source>
        <translation>{what}: no se acepta desde {day}</translation>
    </message>
    <message>
        <source>The public information on {line} is changed</source>
        <translation>Se cambió la información pública sobre {line}</translation>
    </message>
    <message>
        <source>{what}: reviewed on {day}</source>
        <translation>{what}: se revisó el {day}</translation>
    </message>
    <message>
        <source>Give today or a day of the next two years.</source>
        <translation>Indique hoy o un día de los próximos dos años.</translation>
    </message>
    <message>
        <source>This is still to come. Give the day on which it was reviewed.</source>
        <translation>Eso aún está por venir. Indique el día en que se revisó.</translation>
    </message>
    <message>
        <source>Give a day after this review, at most a year later.</source>
        <translation>Indique un día posterior a esta revisión, a más tardar un año después.</translation>
    </message>
    <message>
        <source>Up to {most:,} characters fit here.</source>
        <translation>Aquí caben hasta {most:,} caracteres.</translation>
    </message>
    <message>
        <source>No county is called this. Pick one from the list.</source>
        <translation>Ningún condado se llama así. Elija uno de la lista.</translation>
    </message>
    <message>
        <source>There is no such ZIP code. Give five digits, such as 37203.</source>
        <translation>No existe ese código postal. Escriba cinco cifras, como 37203.</translation>
    </message>
    <message>
        <source>Give 1 to 150 miles.</source>
        <translation>Indique de 1 a 150 millas.</translation>
    </message>
    <message>
        <source>What we take</source>
        <translation>Qué recibimos</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacidad</translation>
    </message>
    <message>
        <source>What each discipline can take from now on; the check at intake goes by it.</source>
        <translation>Lo que cada disciplina puede recibir desde ahora; la verificación al recibir un referido se guía por esto.</translation>
    </message>
    <message>
        <source>No disciplines. Bring some back in Lists.</source>
        <translation>No hay disciplinas. Recupere alguna en Listas.</translation>
    </message>
    <message>
        <source>Nobody has said anything yet</source>
        <translation>Nadie ha dicho nada todavía</translation>
    </message>
    <message>
        <source>since {day}, {who}</source>
        <translation>desde {day}, {who}</translation>
    </message>
    <message>
        <source>was {state} until {day}: still so?</source>
        <translation>estaba así ({state}) hasta {day}: ¿sigue así?</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>hasta {day}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limitar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Still so</source>
        <translation>Sigue así</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>The last day, where it is known</source>
        <translation>El último día, si se sabe</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>{what} is {state} from now on.</source>
        <translation>{what}: {state} desde ahora.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mostrar más</translation>
    </message>
    <message>
        <source>Nothing has changed yet.</source>
        <translation>Todavía no ha cambiado nada.</translation>
    </message>
    <message>
        <source>What you can take, from a day on. What was said before stays in the past.</source>
        <translation>Qué puede recibir, desde un día en adelante. Lo dicho antes queda en el pasado.</translation>
    </message>
    <message>
        <source>What we offer, and its limits</source>
        <translation>Qué ofrecemos, y sus límites</translation>
    </message>
    <message>
        <source>Who comes, and where</source>
        <translation>Quién va, y adónde</translation>
    </message>
    <message>
        <source>Disciplines</source>
        <translation>Disciplinas</translation>
    </message>
    <message>
        <source>Ask us what we can take: nothing has been written down yet.</source>
        <translation>Pregúntenos qué podemos recibir: todavía no hay nada escrito.</translation>
    </message>
    <message>
        <source>Payers</source>
        <translation>Pagadores</translation>
    </message>
    <message>
        <source>ZIP codes, too</source>
        <translation>Códigos postales, además</translation>
    </message>
    <message>
        <source>As of {day}.</source>
        <translation>Al {day}.</translation>
    </message>
    <message>
        <source>Last reviewed on {day}.</source>
        <translation>Última revisión: {day}.</translation>
    </message>
    <message>
        <source>Room changes from day to day: call us before you count on it.</source>
        <translation>La capacidad cambia de un día a otro: llámenos antes de contar con ella.</translation>
    </message>
    <message>
        <source>Not accepted, and what is to come</source>
        <translation>No aceptados, y lo que está por venir</translation>
    </message>
    <message>
        <source>Say who takes a patient when you do not: the caller gets a name instead of a no.</source>
        <translation>Diga quién recibe a un paciente cuando usted no puede: quien llama obtiene un nombre en lugar de un no.</translation>
    </message>
    <message>
        <source>What you accept is changed.</source>
        <translation>Se cambió lo que usted acepta.</translation>
    </message>
    <message>
        <source>Say it from a day on</source>
        <translation>Decirlo desde un día</translation>
    </message>
    <message>
        <source>Nothing is refused, and nothing changes on a later day.</source>
        <translation>No se rechaza nada y nada cambia más adelante.</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>desde {day}</translation>
    </message>
    <message>
        <source>nobody named instead</source>
        <translation>no se nombró a nadie en su lugar</translation>
    </message>
    <message>
        <source>Who takes it instead</source>
        <translation>Quién lo recibe en su lugar</translation>
    </message>
    <message>
        <source>An agency and its phone number, told to whoever calls</source>
        <translation>Una agencia y su teléfono, para decírselo a quien llame</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Pagador</translation>
    </message>
    <message>
        <source>Service line</source>
        <translation>Línea de servicio</translation>
    </message>
    <message>
        <source>Service lines</source>
        <translation>Líneas de servicio</translation>
    </message>
    <message>
        <source>1 open referral has this payer: tell its source.</source>
        <translation>1 referido abierto tiene este pagador: informe a su fuente.</translation>
    </message>
    <message>
        <source>{count:,} open referrals have this payer: tell their sources.</source>
        <translation>{count:,} referidos abiertos tienen este pagador: informe a sus fuentes.</translation>
    </message>
    <message>
        <source>From then on</source>
        <translation>Desde entonces</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Such as Jan 1</source>
        <translation>Por ejemplo, 1 ene</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Elija uno.</translation>
    </message>
    <message>
        <source>Public information</source>
        <translation>Información pública</translation>
    </message>
    <message>
        <source>What you offer in each line and its limits, as 42 CFR 484.105(i) wants it told to the public.</source>
        <translation>Lo que ofrece en cada línea y sus límites, como 42 CFR 484.105(i) pide informarlo al público.</translation>
    </message>
    <message>
        <source>Save the page as PDF</source>
        <translation>Guardar la página como PDF</translation>
    </message>
    <message>
        <source>Print the page</source>
        <translation>Imprimir la página</translation>
    </message>
    <message>
        <source>The public information is changed.</source>
        <translation>Se cambió la información pública.</translation>
    </message>
    <message>
        <source>No service lines. Bring some back in Lists.</source>
        <translation>No hay líneas de servicio. Recupere alguna en Listas.</translation>
    </message>
    <message>
        <source>nothing said yet</source>
        <translation>todavía no se ha dicho nada</translation>
    </message>
    <message>
        <source>What is offered</source>
        <translation>Qué se ofrece</translation>
    </message>
    <message>
        <source>Such as nursing, therapy, wound care, infusions</source>
        <translation>Por ejemplo, enfermería, terapia, curación de heridas, infusiones</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>On specialty services, and on how long or how often</source>
        <translation>De los servicios especializados, y de cuánto tiempo o con qué frecuencia</translation>
    </message>
    <message>
        <source>Yearly review</source>
        <translation>Revisión anual</translation>
    </message>
    <message>
        <source>The public information and the acceptance policy are reviewed when services change, and at least once a year.</source>
        <translation>La información pública y la política de aceptación se revisan cuando cambian los servicios, y al menos una vez al año.</translation>
    </message>
    <message>
        <source>The review is noted.</source>
        <translation>La revisión quedó anotada.</translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation>Marcar como revisada</translation>
    </message>
    <message>
        <source>Not reviewed yet.</source>
        <translation>Todavía no se ha revisado.</translation>
    </message>
    <message>
        <source>{what}, {day}</source>
        <translation>{what}, {day}</translation>
    </message>
    <message>
        <source>next by {day}</source>
        <translation>la próxima, a más tardar {day}</translation>
    </message>
    <message>
        <source>review overdue</source>
        <translation>revisión atrasada</translation>
    </message>
    <message>
        <source>review due</source>
        <translation>toca revisión</translation>
    </message>
    <message>
        <source>What was reviewed</source>
        <translation>Qué se revisó</translation>
    </message>
    <message>
        <source>Reviewed on</source>
        <translation>Revisada el</translation>
    </message>
    <message>
        <source>Next review by</source>
        <translation>Próxima revisión, a más tardar</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Qué se encontró</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>ZIP codes served with every line, and those served with one line only.</source>
        <translation>Códigos postales atendidos con todas las líneas, y los atendidos con una sola.</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Todas las líneas</translation>
    </message>
    <message>
        <source>{count:,} ZIP codes: {zips}</source>
        <translation>{count:,} códigos postales: {zips}</translation>
    </message>
    <message>
        <source>none yet: nothing is said of any ZIP code at intake</source>
        <translation>ninguno todavía: al recibir un referido no se dice nada de su código postal</translation>
    </message>
    <message>
        <source>no others than those of all lines</source>
        <translation>ninguno aparte de los de todas las líneas</translation>
    </message>
    <message>
        <source>The ZIP codes are saved: {line}.</source>
        <translation>Los códigos postales están guardados: {line}.</translation>
    </message>
    <message>
        <source>County, such as Davidson County, TN</source>
        <translation>Condado, como Davidson County, TN</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>Código postal</translation>
    </message>
    <message>
        <source>Miles</source>
        <translation>Millas</translation>
    </message>
    <message>
        <source>Add county</source>
        <translation>Agregar condado</translation>
    </message>
    <message>
        <source>Add radius</source>
        <translation>Agregar radio</translation>
    </message>
    <message>
        <source>miles around</source>
        <translation>millas alrededor de</translation>
    </message>
    <message>
        <source>Counties</source>
        <translation>Condados</translation>
    </message>
    <message>
        <source>{count:,} found, {new:,} of them new.</source>
        <translation>Se encontraron {count:,}; {new:,} son nuevos.</translation>
    </message>
    <message>
        <source>{count:,} ZIP codes.</source>
        <translation>{count:,} códigos postales.</translation>
    </message>
    <message>
        <source>Added when saved, {count:,}: {zips}.</source>
        <translation>Al guardar se agregan {count:,}: {zips}.</translation>
    </message>
    <message>
        <source>Removed when saved, {count:,}: {zips}.</source>
        <translation>Al guardar se quitan {count:,}: {zips}.</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Guardado como {file}.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviado a la impresora.</translation>
    </message>
    <message>
        <source>The printer did not take it. See whether it is there and switched on.</source>
        <translation>La impresora no lo aceptó. Vea si está conectada y encendida.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
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
        <source>Tell by {time}</source>
        <translation>Informar antes de {time}</translation>
    </message>
    <message>
        <source>Tell since {day}</source>
        <translation>Por informar desde {day}</translation>
    </message>
    <message>
        <source>{step} of the referral of {day}. {who}: {channel}</source>
        <translation>{step} del referido del {day}. {who}: {channel}</translation>
    </message>
    <message>
        <source>Overdue {days_overdue} d</source>
        <translation>Atraso: {days_overdue} d</translation>
    </message>
    <message>
        <source>Late {days_overdue} d</source>
        <translation>Muy atrasada: {days_overdue} d</translation>
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
        <source>latest {day}</source>
        <translation>a más tardar el {day}</translation>
    </message>
    <message>
        <source>late since {day}</source>
        <translation>muy atrasada desde el {day}</translation>
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
    <message>
        <source>Commitment to {source} kept.</source>
        <translation>Compromiso con {source} cumplido.</translation>
    </message>
    <message>
        <source>Referral of {source} seen.</source>
        <translation>Referido de {source} visto.</translation>
    </message>
    <message>
        <source>Somebody has told them meanwhile, or nobody is to be told any more.</source>
        <translation>Alguien les informó entretanto, o ya no hay que informar a nadie.</translation>
    </message>
    <message>
        <source>{source} was told.</source>
        <translation>Se informó a {source}.</translation>
    </message>
    <message>
        <source>Commitment to {source} marked broken.</source>
        <translation>Compromiso con {source} marcado como incumplido.</translation>
    </message>
    <message>
        <source>Commitment to {source} is due {day} now.</source>
        <translation>El compromiso con {source} vence ahora el {day}.</translation>
    </message>
    <message>
        <source>That day has passed. Say one that is still to come.</source>
        <translation>Ese día ya pasó. Indique uno que aún no llegue.</translation>
    </message>
    <message>
        <source>{source} is active, every {offered_cadence} days.</source>
        <translation>{source} está activa, cada {offered_cadence} días.</translation>
    </message>
    <message>
        <source>There is no kind of visit that counts any more. Bring one back in Settings, then plan.</source>
        <translation>Ya no hay ningún tipo de visita que cuente. Devuelva uno en Ajustes y luego planifique.</translation>
    </message>
    <message>
        <source>Visit to {source} planned for {day}.</source>
        <translation>Visita a {source} planificada para el {day}.</translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation>Qué hacer ahora</translation>
    </message>
    <message>
        <source>visits whose day has passed</source>
        <translation>visitas cuyo día ya pasó</translation>
    </message>
    <message>
        <source>new referrals</source>
        <translation>referidos nuevos</translation>
    </message>
    <message>
        <source>back from hold</source>
        <translation>por retomar</translation>
    </message>
    <message>
        <source>to be told</source>
        <translation>por informar</translation>
    </message>
    <message>
        <source>promises due</source>
        <translation>compromisos por cumplir</translation>
    </message>
    <message>
        <source>pilots that wait</source>
        <translation>pilotos que esperan</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>por decidir</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>atrasadas</translation>
    </message>
    <message>
        <source>due this week</source>
        <translation>vencen esta semana</translation>
    </message>
    <message>
        <source>never visited</source>
        <translation>nunca visitada</translation>
    </message>
    <message>
        <source>Visits today</source>
        <translation>Visitas de hoy</translation>
    </message>
    <message>
        <source>Needs you today</source>
        <translation>Lo que le espera hoy</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Objetivos</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>A cualquier hora</translation>
    </message>
    <message>
        <source>{left} planned</source>
        <translation>{left} planificadas</translation>
    </message>
    <message>
        <source>{done} logged</source>
        <translation>{done} registradas</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registrar</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>Registrada</translation>
    </message>
    <message>
        <source>and {hidden} more {kind}</source>
        <translation>y {hidden} más: {kind}</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>{count} visits</source>
        <translation>{count} visitas</translation>
    </message>
    <message>
        <source>All visits whose day has passed</source>
        <translation>Todas las visitas cuyo día ya pasó</translation>
    </message>
    <message>
        <source>Done, moved or missed and planned again, in one step</source>
        <translation>Hechas, movidas o no realizadas y planificadas de nuevo, en un solo paso</translation>
    </message>
    <message>
        <source>Answer all</source>
        <translation>Responder a todas</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Visto</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Informado</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Cumplido</translation>
    </message>
    <message>
        <source>Make active</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Plan {weekday}</source>
        <translation>Planificar {weekday}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>What do I do now?</source>
        <translation>¿Qué hago ahora?</translation>
    </message>
    <message>
        <source>{weekday}, {day}</source>
        <translation>{weekday}, {day}</translation>
    </message>
    <message>
        <source>Nothing to do yet</source>
        <translation>Aún no hay nada que hacer</translation>
    </message>
    <message>
        <source>Today shows whom to see, once there are sources: add one or import your list.</source>
        <translation>Hoy muestra a quién ver cuando haya fuentes: agregue una o importe su lista.</translation>
    </message>
    <message>
        <source>Nobody is due and nothing is promised for today.</source>
        <translation>Nadie vence y no hay nada prometido para hoy.</translation>
    </message>
    <message>
        <source>{count} visit logged today.</source>
        <translation>{count} visita registrada hoy.</translation>
    </message>
    <message>
        <source>{count} visits logged today.</source>
        <translation>{count} visitas registradas hoy.</translation>
    </message>
    <message>
        <source>Visits whose day has passed</source>
        <translation>Visitas cuyo día ya pasó</translation>
    </message>
    <message>
        <source>Choose what became of a visit first.</source>
        <translation>Elija primero qué pasó con una visita.</translation>
    </message>
    <message>
        <source>{chosen} of {count} answered</source>
        <translation>{chosen} de {count} respondidas</translation>
    </message>
    <message>
        <source>Every visit whose day has passed is answered.</source>
        <translation>Todas las visitas cuyo día ya pasó están respondidas.</translation>
    </message>
    <message>
        <source>All missed, plan them again</source>
        <translation>Ninguna realizada, planificarlas de nuevo</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>Todas hechas</translation>
    </message>
    <message>
        <source>All took place and went on as before; choose otherwise below</source>
        <translation>Todas se hicieron y siguieron como antes; abajo puede elegir otra cosa</translation>
    </message>
    <message>
        <source>Save answers</source>
        <translation>Guardar respuestas</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Ctrl Intro</translation>
    </message>
    <message>
        <source>What is left stays on Today. All answers are one step: Undo takes them back.</source>
        <translation>Lo que queda sigue en Hoy. Todas las respuestas son un solo paso: Deshacer las quita.</translation>
    </message>
    <message>
        <source>Why was the promise to {source} not kept?</source>
        <translation>¿Por qué no se cumplió el compromiso con {source}?</translation>
    </message>
    <message>
        <source>Mark broken</source>
        <translation>Marcar incumplido</translation>
    </message>
    <message>
        <source>Say why: it is part of what is learned from it.</source>
        <translation>Indique por qué: es parte de lo que se aprende.</translation>
    </message>
    <message>
        <source>By which day is the promise to {source} due instead?</source>
        <translation>¿Para qué otro día queda el compromiso con {source}?</translation>
    </message>
    <message>
        <source>Move the day</source>
        <translation>Cambiar el día</translation>
    </message>
    <message>
        <source>Say a day, such as Friday or 12/4.</source>
        <translation>Indique un día, como viernes o 12/4.</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>Fin del día</translation>
    </message>
    <message>
        <source>Log the visits still planned for today, one after another</source>
        <translation>Registrar una tras otra las visitas aún planificadas para hoy</translation>
    </message>
    <message>
        <source>Go to Sources</source>
        <translation>Ir a Fuentes</translation>
    </message>
    <message>
        <source>Log this visit (Enter or L)</source>
        <translation>Registrar esta visita (Intro o L)</translation>
    </message>
    <message>
        <source>The promise was kept (Enter)</source>
        <translation>El compromiso se cumplió (Intro)</translation>
    </message>
    <message>
        <source>They were told in the ready words (Enter)</source>
        <translation>Se les informó con la frase preparada (Intro)</translation>
    </message>
    <message>
        <source>You have seen this referral (Enter); Space opens it</source>
        <translation>Usted ha visto este referido (Intro); Espacio lo abre</translation>
    </message>
    <message>
        <source>Open this referral (Enter)</source>
        <translation>Abrir este referido (Intro)</translation>
    </message>
    <message>
        <source>Open this pilot (Enter)</source>
        <translation>Abrir este piloto (Enter)</translation>
    </message>
    <message>
        <source>Open this goal (Enter)</source>
        <translation>Abrir este objetivo (Intro)</translation>
    </message>
    <message>
        <source>Set the goals of the new period (Enter)</source>
        <translation>Fijar los objetivos del período nuevo (Intro)</translation>
    </message>
    <message>
        <source>Make this source active (Enter)</source>
        <translation>Activar esta fuente (Intro)</translation>
    </message>
    <message>
        <source>Plan a visit (Enter)</source>
        <translation>Planificar una visita (Intro)</translation>
    </message>
    <message>
        <source>It took place: log it (Enter or D)</source>
        <translation>Se hizo: registrarla (Intro o D)</translation>
    </message>
    <message>
        <source>Say of all of them what became of it (Enter)</source>
        <translation>Decir de todas qué pasó (Intro)</translation>
    </message>
    <message>
        <source>Show them in Sources (Enter)</source>
        <translation>Mostrarlas en Fuentes (Intro)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>It was broken (B), or another day (M)</source>
        <translation>No se cumplió (B), u otro día (M)</translation>
    </message>
    <message>
        <source>Open the referral (Space)</source>
        <translation>Abrir el referido (Espacio)</translation>
    </message>
    <message>
        <source>It moved (M), or was missed (S)</source>
        <translation>Se movió (M) o no se hizo (S)</translation>
    </message>
    <message>
        <source>Moved…</source>
        <translation>Movida…</translation>
    </message>
    <message>
        <source>Missed…</source>
        <translation>No realizada…</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>Otra cosa</translation>
    </message>
    <message>
        <source>Enter: {words}</source>
        <translation>Intro: {words}</translation>
    </message>
    <message>
        <source>Space opens the source</source>
        <translation>La barra espaciadora abre la fuente</translation>
    </message>
    <message>
        <source>Open the referral</source>
        <translation>Abrir el referido</translation>
    </message>
    <message>
        <source>It was broken, because…</source>
        <translation>No se cumplió, porque…</translation>
    </message>
    <message>
        <source>Move the day…</source>
        <translation>Cambiar el día…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show {count} {words}</source>
        <translation>Mostrar {count} {words}</translation>
    </message>
    <message>
        <source>of {count} visit due came in time</source>
        <translation>de {count} visita por vencer llegó a tiempo</translation>
    </message>
    <message>
        <source>of {count} visits due came in time</source>
        <translation>de {count} visitas por vencer llegaron a tiempo</translation>
    </message>
    <message>
        <source>source has no owner</source>
        <translation>fuente sin responsable</translation>
    </message>
    <message>
        <source>sources have no owner</source>
        <translation>fuentes sin responsable</translation>
    </message>
    <message>
        <source>Rhythm kept</source>
        <translation>Ritmo cumplido</translation>
    </message>
    <message>
        <source>last 90 days</source>
        <translation>últimos 90 días</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>as of today</source>
        <translation>al día de hoy</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Sin asignar</translation>
    </message>
    <message>
        <source>Back from hold</source>
        <translation>Retomar hoy</translation>
    </message>
    <message>
        <source>Back since {day}</source>
        <translation>Retomar desde el {day}</translation>
    </message>
    <message>
        <source>Referral of {day}</source>
        <translation>Referido del {day}</translation>
    </message>
    <message>
        <source>New referral</source>
        <translation>Referido nuevo</translation>
    </message>
    <message>
        <source>Pilot to start</source>
        <translation>Piloto por empezar</translation>
    </message>
    <message>
        <source>{name}, to start {day}. Did they say yes?</source>
        <translation>{name}, debía empezar el {day}. ¿Dijeron que sí?</translation>
    </message>
    <message>
        <source>Pilot over</source>
        <translation>Piloto terminado</translation>
    </message>
    <message>
        <source>{name}, over since {day}. Say what came of it.</source>
        <translation>{name}, terminó el {day}. Diga qué resultó.</translation>
    </message>
    <message>
        <source>Pilot ends today</source>
        <translation>El piloto termina hoy</translation>
    </message>
    <message>
        <source>{name}, last day today. See how its standards stand.</source>
        <translation>{name}, hoy es el último día. Vea cómo van sus estándares.</translation>
    </message>
    <message>
        <source>Pilot ends {day}</source>
        <translation>El piloto termina el {day}</translation>
    </message>
    <message>
        <source>{name}, until {day}. See how its standards stand.</source>
        <translation>{name}, hasta el {day}. Vea cómo van sus estándares.</translation>
    </message>
    <message>
        <source>When does the visit to {source} take place instead?</source>
        <translation>¿Cuándo se hace en cambio la visita a {source}?</translation>
    </message>
    <message>
        <source>Move the visit</source>
        <translation>Mover la visita</translation>
    </message>
    <message>
        <source>Visit to {source} moved to {when}.</source>
        <translation>La visita a {source} pasó al {when}.</translation>
    </message>
    <message>
        <source>Why was the visit to {source} missed? This may stay empty.</source>
        <translation>¿Por qué no se hizo la visita a {source}? Puede quedar vacío.</translation>
    </message>
    <message>
        <source>Mark missed</source>
        <translation>Marcar no realizada</translation>
    </message>
    <message>
        <source>Visit to {source} was missed.</source>
        <translation>La visita a {source} no se realizó.</translation>
    </message>
    <message>
        <source>Plan the visit to {source} again? The next free place is filled in.</source>
        <translation>¿Planificar de nuevo la visita a {source}? Ya está puesto el próximo lugar libre.</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>Planificarla</translation>
    </message>
    <message>
        <source>Visit to {source} planned for {when}.</source>
        <translation>Visita a {source} planificada para el {when}.</translation>
    </message>
    <message>
        <source>Say a day, such as Friday or 12/4, and a time where it has one.</source>
        <translation>Diga un día, como viernes o 12/4, y una hora si la tiene.</translation>
    </message>
    <message>
        <source>Planned at {time}: what became of it?</source>
        <translation>Planificada a las {time}: ¿qué pasó con ella?</translation>
    </message>
    <message>
        <source>Planned: what became of it?</source>
        <translation>Planificada: ¿qué pasó con ella?</translation>
    </message>
    <message>
        <source>{count} goal of a new period</source>
        <translation>{count} objetivo de un período nuevo</translation>
    </message>
    <message>
        <source>{count} goals of a new period</source>
        <translation>{count} objetivos de un período nuevo</translation>
    </message>
    <message>
        <source>The last period&apos;s figures are filled in. Accept them or say others.</source>
        <translation>Las cifras del período anterior ya están puestas. Acéptelas o indique otras.</translation>
    </message>
    <message>
        <source>To set</source>
        <translation>Por fijar</translation>
    </message>
    <message>
        <source>{measure}, {period}</source>
        <translation>{measure}, {period}</translation>
    </message>
</context>
<context>
    <name>trends</name>
    <message>
        <source>{owner}: {reason}, {count} of {all}</source>
        <translation>{owner}: {reason}, {count} de {all}</translation>
    </message>
    <message>
        <source>Not admitted, by whose reason</source>
        <translation>No admitidos, según de quién es el motivo</translation>
    </message>
    <message>
        <source>referrals not admitted; share of all not admitted</source>
        <translation>referidos no admitidos; parte de todos los no admitidos</translation>
    </message>
    <message>
        <source>whose reason</source>
        <translation>de quién es el motivo</translation>
    </message>
    <message>
        <source>Whose reason</source>
        <translation>De quién es el motivo</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Not admitted</source>
        <translation>No admitidos</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>{month}: {count} of {all}, {owner}</source>
        <translation>{month}: {count} de {all}, {owner}</translation>
    </message>
    <message>
        <source>Not admitted by month</source>
        <translation>No admitidos por mes</translation>
    </message>
    <message>
        <source>referrals not admitted</source>
        <translation>referidos no admitidos</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>nuestro</translation>
    </message>
    <message>
        <source>the source&apos;s</source>
        <translation>de la fuente</translation>
    </message>
    <message>
        <source>the patient&apos;s</source>
        <translation>del paciente</translation>
    </message>
    <message>
        <source>the payer&apos;s</source>
        <translation>del pagador</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>no indicado</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>sin motivo indicado</translation>
    </message>
    <message>
        <source>{count} not admitted of {decided} decided</source>
        <translation>{count} no admitidos de {decided} decididos</translation>
    </message>
    <message>
        <source>Time to first reply</source>
        <translation>Tiempo hasta la primera respuesta</translation>
    </message>
    <message>
        <source>minutes from receipt to the first reply</source>
        <translation>minutos desde la recepción hasta la primera respuesta</translation>
    </message>
    <message>
        <source>60 minutes</source>
        <translation>60 minutos</translation>
    </message>
    <message>
        <source>Time to decision</source>
        <translation>Tiempo hasta la decisión</translation>
    </message>
    <message>
        <source>hours from receipt to the first decision</source>
        <translation>horas desde la recepción hasta la primera decisión</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 horas</translation>
    </message>
    <message>
        <source>Time to start of care</source>
        <translation>Tiempo hasta el inicio de la atención</translation>
    </message>
    <message>
        <source>hours from receipt to start of care</source>
        <translation>horas desde la recepción hasta el inicio de la atención</translation>
    </message>
    <message>
        <source>48 hours (42 CFR 484.55)</source>
        <translation>48 horas (42 CFR 484.55)</translation>
    </message>
    <message>
        <source>{measure} by {by}</source>
        <translation>{measure} por {by}</translation>
    </message>
    <message>
        <source>referrals; each strip by the share of its own</source>
        <translation>referidos; cada franja según su propia parte</translation>
    </message>
    <message>
        <source>referrals</source>
        <translation>referidos</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>todos juntos</translation>
    </message>
    <message>
        <source>{name}, {bin}: {count} of {cases}</source>
        <translation>{name}, {bin}: {count} de {cases}</translation>
    </message>
    <message>
        <source>{bin} h</source>
        <translation>{bin} h</translation>
    </message>
    <message>
        <source>{bin} min</source>
        <translation>{bin} min</translation>
    </message>
    <message>
        <source>median</source>
        <translation>mediana</translation>
    </message>
    <message>
        <source>nine in ten within</source>
        <translation>nueve de cada diez en</translation>
    </message>
    <message>
        <source>{name}: too few for a median ({count})</source>
        <translation>{name}: muy pocos para una mediana ({count})</translation>
    </message>
    <message>
        <source>{name}: median {median}, nine in ten within {nine}, n = {count}</source>
        <translation>{name}: mediana {median}, nueve de cada diez en {nine}, n = {count}</translation>
    </message>
    <message>
        <source>too few for a median; n = {count}</source>
        <translation>muy pocos para una mediana; n = {count}</translation>
    </message>
    <message>
        <source>{share} within {bound}, {within} of {count}</source>
        <translation>{share} en {bound}, {within} de {count}</translation>
    </message>
    <message>
        <source>{named} of {all} groups drawn, all in the table</source>
        <translation>{named} de {all} grupos dibujados, todos en la tabla</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Tardó</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Up to then</source>
        <translation>Hasta entonces</translation>
    </message>
    <message>
        <source>Share up to then</source>
        <translation>Parte hasta entonces</translation>
    </message>
    <message>
        <source>This period lies ahead.</source>
        <translation>Este período está por venir.</translation>
    </message>
    <message>
        <source>Too few cases in each week; the table below has the whole period.</source>
        <translation>Muy pocos casos en cada semana; la tabla de abajo tiene el período entero.</translation>
    </message>
    <message>
        <source>Too few cases in each month; the table below has the whole period.</source>
        <translation>Muy pocos casos en cada mes; la tabla de abajo tiene el período entero.</translation>
    </message>
    <message>
        <source>this period</source>
        <translation>este período</translation>
    </message>
    <message>
        <source>the period before</source>
        <translation>el período anterior</translation>
    </message>
    <message>
        <source>a year ago</source>
        <translation>hace un año</translation>
    </message>
    <message>
        <source>the group</source>
        <translation>el grupo</translation>
    </message>
    <message>
        <source>grey: the mean of all {count}</source>
        <translation>gris: la media de los {count}</translation>
    </message>
    <message>
        <source>grey: all together</source>
        <translation>gris: todos juntos</translation>
    </message>
    <message>
        <source>week from Monday; {day}</source>
        <translation>semana desde el lunes; {day}</translation>
    </message>
    <message>
        <source>month; {day}</source>
        <translation>mes; {day}</translation>
    </message>
    <message>
        <source>from {day} on</source>
        <translation>desde {day}</translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation>hasta el {day}</translation>
    </message>
    <message>
        <source>hollow: part of a week</source>
        <translation>hueco: parte de una semana</translation>
    </message>
    <message>
        <source>hollow: part of a month</source>
        <translation>hueco: parte de un mes</translation>
    </message>
    <message>
        <source>{measure} by week</source>
        <translation>{measure} por semana</translation>
    </message>
    <message>
        <source>{measure} by month</source>
        <translation>{measure} por mes</translation>
    </message>
    <message>
        <source>{measure} by {by} and week</source>
        <translation>{measure} por {by} y semana</translation>
    </message>
    <message>
        <source>This period lies ahead: it begins {day}</source>
        <translation>Este período está por venir: empieza el {day}</translation>
    </message>
    <message>
        <source>{count} still open</source>
        <translation>{count} aún abiertos</translation>
    </message>
    <message>
        <source>{named} of {all} groups drawn, all in the table below</source>
        <translation>{named} de {all} grupos dibujados, todos en la tabla de abajo</translation>
    </message>
    <message>
        <source>the period before: {period}</source>
        <translation>el período anterior: {period}</translation>
    </message>
    <message>
        <source>a year ago: {period}</source>
        <translation>hace un año: {period}</translation>
    </message>
    <message>
        <source>records begin {day}</source>
        <translation>los registros empiezan el {day}</translation>
    </message>
    <message>
        <source>shared out over the visits before each referral</source>
        <translation>repartido entre las visitas anteriores a cada referido</translation>
    </message>
    <message>
        <source>{words}; {count} still open</source>
        <translation>{words}; {count} aún abiertos</translation>
    </message>
    <message>
        <source>week of {day}</source>
        <translation>semana del {day}</translation>
    </message>
    <message>
        <source>{week} (to {day})</source>
        <translation>{week} (hasta el {day})</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>Semana desde</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>Lo que llegó</translation>
    </message>
    <message>
        <source>How fast</source>
        <translation>Con qué rapidez</translation>
    </message>
    <message>
        <source>What was promised</source>
        <translation>Lo que se prometió</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Lo que se hizo</translation>
    </message>
    <message>
        <source>What it brought</source>
        <translation>Lo que trajo</translation>
    </message>
    <message>
        <source>What it cost</source>
        <translation>Lo que costó</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Tendencias</translation>
    </message>
    <message>
        <source>{what}, weekly</source>
        <translation>{what}, por semana</translation>
    </message>
    <message>
        <source>{what}, monthly</source>
        <translation>{what}, por mes</translation>
    </message>
    <message>
        <source>only what was not admitted has a reason</source>
        <translation>solo lo no admitido tiene un motivo</translation>
    </message>
    <message>
        <source>only referrals have one</source>
        <translation>solo los referidos lo tienen</translation>
    </message>
    <message>
        <source>only visits have one, and what came of them</source>
        <translation>solo las visitas lo tienen, y lo que salió de ellas</translation>
    </message>
    <message>
        <source>this measure is one number for the agency</source>
        <translation>esta medición es un solo número para la agencia</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Now, before and a year ago</source>
        <translation>Ahora, antes y hace un año</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>Este período</translation>
    </message>
    <message>
        <source>The period before</source>
        <translation>El período anterior</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>A year ago</source>
        <translation>Hace un año</translation>
    </message>
    <message>
        <source>Difference in a year</source>
        <translation>Diferencia en un año</translation>
    </message>
    <message>
        <source>{now} beside {others}</source>
        <translation>{now} junto a {others}</translation>
    </message>
    <message>
        <source> and </source>
        <translation> y </translation>
    </message>
    <message>
        <source>month</source>
        <translation>mes</translation>
    </message>
    <message>
        <source>week</source>
        <translation>semana</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoritos</translation>
    </message>
    <message>
        <source>Keep what is looked at, and come back to it</source>
        <translation>Guardar lo que se mira y volver a ello</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Rapidez</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Tendencia</translation>
    </message>
    <message>
        <source>How long it took</source>
        <translation>Cuánto tardó</translation>
    </message>
    <message>
        <source>Forget this one</source>
        <translation>Olvidar este</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Guardar este</translation>
    </message>
    <message>
        <source>Kept: {what}</source>
        <translation>Guardado: {what}</translation>
    </message>
    <message>
        <source>Forgotten: {what}</source>
        <translation>Olvidado: {what}</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Mediciones</translation>
    </message>
    <message>
        <source>Find a measure</source>
        <translation>Buscar una medición</translation>
    </message>
    <message>
        <source>Measures found</source>
        <translation>Mediciones encontradas</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
</context>
<context>
    <name>vcards</name>
    <message>
        <source>{name} has more than {most:,} cards. Take it in parts.</source>
        <translation>{name} tiene más de {most:,} tarjetas. Tráigalo por partes.</translation>
    </message>
    <message>
        <source>{name} holds no vCards. Choose a .vcf file from a phone or another program.</source>
        <translation>{name} no contiene vCards. Elija un archivo .vcf de un teléfono u otro programa.</translation>
    </message>
    <message>
        <source>{name} is larger than {most} MB. Take it in parts.</source>
        <translation>{name} ocupa más de {most} MB. Tráigalo por partes.</translation>
    </message>
    <message>
        <source>This card is too long to be a person&apos;s.</source>
        <translation>Esta tarjeta es demasiado larga para ser de una persona.</translation>
    </message>
    <message>
        <source>This card breaks off before its end.</source>
        <translation>Esta tarjeta se corta antes de su final.</translation>
    </message>
    <message>
        <source>This card cannot be read.</source>
        <translation>No se puede leer esta tarjeta.</translation>
    </message>
    <message>
        <source>This card has no name.</source>
        <translation>Esta tarjeta no tiene nombre.</translation>
    </message>
    <message>
        <source>This is an archived person. Restore them, then import again.</source>
        <translation>Es una persona archivada. Restáurela e importe de nuevo.</translation>
    </message>
    <message>
        <source>A new person</source>
        <translation>Una persona nueva</translation>
    </message>
    <message>
        <source>Several people could be meant. Choose whose card this is.</source>
        <translation>Podrían ser varias personas. Elija de quién es esta tarjeta.</translation>
    </message>
    <message>
        <source>No source, or more than one, is called &quot;{name}&quot;: people come without that place.</source>
        <translation>Ninguna fuente, o más de una, se llama &quot;{name}&quot;: las personas entran sin ese lugar.</translation>
    </message>
    <message>
        <source>Works at {place}</source>
        <translation>Trabaja en {place}</translation>
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
    <name>waterfall</name>
    <message>
        <source>Waterfall</source>
        <translation>Cascada</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>Is the pipeline steady?</source>
        <translation>¿Es constante el flujo de fuentes nuevas?</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Territorio</translation>
    </message>
    <message>
        <source>Cohort of</source>
        <translation>Cohorte de</translation>
    </message>
    <message>
        <source>Prospect</source>
        <translation>Prospecto</translation>
    </message>
    <message>
        <source>Add a new source straight into the cohort of this month</source>
        <translation>Añadir una fuente nueva directamente a la cohorte de este mes</translation>
    </message>
    <message>
        <source>Add a prospect</source>
        <translation>Añadir un prospecto</translation>
    </message>
    <message>
        <source>Each month a liaison takes on a few new prospects and sees each of them once a month: here they go from visit to visit until they are active.</source>
        <translation>Cada mes un enlace toma unos pocos prospectos nuevos y ve a cada uno una vez al mes: aquí avanzan de visita en visita hasta que están activos.</translation>
    </message>
    <message>
        <source>Nobody is on the way yet</source>
        <translation>Todavía no hay nadie en camino</translation>
    </message>
    <message>
        <source>Choose a liaison first: a cohort is one liaison&apos;s.</source>
        <translation>Elija primero un enlace: una cohorte es de un solo enlace.</translation>
    </message>
    <message>
        <source>{size} a month</source>
        <translation>{size} al mes</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Beside the board</source>
        <translation>Junto al tablero</translation>
    </message>
    <message>
        <source>same building as {source}</source>
        <translation>mismo edificio que {source}</translation>
    </message>
    <message>
        <source>less than a mile from {source}</source>
        <translation>a menos de una milla de {source}</translation>
    </message>
    <message>
        <source>{miles} mi from {source}</source>
        <translation>a {miles} mi de {source}</translation>
    </message>
    <message>
        <source>same ZIP as {source}</source>
        <translation>mismo código postal que {source}</translation>
    </message>
    <message>
        <source>1 bed</source>
        <translation>1 cama</translation>
    </message>
    <message>
        <source>{count} beds</source>
        <translation>{count} camas</translation>
    </message>
    <message>
        <source>1 provider</source>
        <translation>1 profesional</translation>
    </message>
    <message>
        <source>{count} providers</source>
        <translation>{count} profesionales</translation>
    </message>
    <message>
        <source>1 resident</source>
        <translation>1 residente</translation>
    </message>
    <message>
        <source>{count} residents</source>
        <translation>{count} residentes</translation>
    </message>
    <message>
        <source>inactive since {day}</source>
        <translation>inactiva desde {day}</translation>
    </message>
    <message>
        <source>new in {month}</source>
        <translation>nueva en {month}</translation>
    </message>
    <message>
        <source>found {day}</source>
        <translation>hallada el {day}</translation>
    </message>
    <message>
        <source>nobody&apos;s yet</source>
        <translation>aún de nadie</translation>
    </message>
    <message>
        <source>nobody&apos;s yet, in {territory}</source>
        <translation>aún de nadie, en {territory}</translation>
    </message>
    <message>
        <source>This is the cohort of {liaison}. Change the owner of {source} first.</source>
        <translation>Esta es la cohorte de {liaison}. Cambie primero el responsable de {source}.</translation>
    </message>
    <message>
        <source>{source} is no prospect any more: there is nothing to decide.</source>
        <translation>{source} ya no es prospecto: no hay nada que decidir.</translation>
    </message>
    <message>
        <source>Why is {source} visited no more?</source>
        <translation>¿Por qué ya no se visita {source}?</translation>
    </message>
    <message>
        <source>Make inactive</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Say why in a few words.</source>
        <translation>Diga por qué en pocas palabras.</translation>
    </message>
    <message>
        <source>Why is {source} taken out of its cohort?</source>
        <translation>¿Por qué se saca {source} de su cohorte?</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Sacar</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>Abrir la fuente</translation>
    </message>
    <message>
        <source>Log a visit</source>
        <translation>Registre una visita</translation>
    </message>
    <message>
        <source>Plan a visit</source>
        <translation>Planificar una visita</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Decidir…</translation>
    </message>
    <message>
        <source>Move to the cohort of</source>
        <translation>Mover a la cohorte de</translation>
    </message>
    <message>
        <source>Take out of the cohort…</source>
        <translation>Sacar de la cohorte…</translation>
    </message>
    <message>
        <source>Move the whole cohort to</source>
        <translation>Mover toda la cohorte a</translation>
    </message>
    <message>
        <source>Places in this cohort</source>
        <translation>Lugares de esta cohorte</translation>
    </message>
    <message>
        <source>{source} is in the cohort of {month}.</source>
        <translation>{source} está en la cohorte de {month}.</translation>
    </message>
    <message>
        <source>{source} is out of its cohort.</source>
        <translation>{source} está fuera de su cohorte.</translation>
    </message>
    <message>
        <source>{source} is in the cohort of {month} now.</source>
        <translation>{source} está ahora en la cohorte de {month}.</translation>
    </message>
    <message>
        <source>The cohort of {month} is that of {other} now.</source>
        <translation>La cohorte de {month} es ahora la de {other}.</translation>
    </message>
    <message>
        <source>The cohort of {month} has room for {size}.</source>
        <translation>La cohorte de {month} tiene lugar para {size}.</translation>
    </message>
    <message>
        <source>{source} is active, every {cadence} days.</source>
        <translation>{source} está activa, cada {cadence} días.</translation>
    </message>
    <message>
        <source>{source} stays prospective, to be decided at visit {until}.</source>
        <translation>{source} sigue como prospecto; se decide en la visita {until}.</translation>
    </message>
    <message>
        <source>{source} is inactive now.</source>
        <translation>{source} está ahora inactiva.</translation>
    </message>
    <message>
        <source>Visit to {source} planned for {day}, {time}.</source>
        <translation>Visita a {source} planificada para {day}, {time}.</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Cohorts by visit</source>
        <translation>Cohortes por visita</translation>
    </message>
    <message>
        <source>decide</source>
        <translation>decidir</translation>
    </message>
    <message>
        <source>rethink?</source>
        <translation>¿replantear?</translation>
    </message>
    <message>
        <source>active</source>
        <translation>activa</translation>
    </message>
    <message>
        <source>late {days} d</source>
        <translation>tarde {days} d</translation>
    </message>
    <message>
        <source>overdue {days} d</source>
        <translation>atraso {days} d</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>sin día</translation>
    </message>
    <message>
        <source>sent 1 referral</source>
        <translation>envió 1 referido</translation>
    </message>
    <message>
        <source>sent {count} referrals</source>
        <translation>envió {count} referidos</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>vence el {day}</translation>
    </message>
    <message>
        <source>planned {day}</source>
        <translation>planificada {day}</translation>
    </message>
    <message>
        <source>Visit {number}</source>
        <translation>Visita {number}</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Hallada</translation>
    </message>
    <message>
        <source>{count} started</source>
        <translation>{count} empezaron</translation>
    </message>
    <message>
        <source>{count} active</source>
        <translation>{count} activas</translation>
    </message>
    <message>
        <source>{count} stopped</source>
        <translation>{count} detenidas</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>nadie aún</translation>
    </message>
    <message>
        <source>full</source>
        <translation>completa</translation>
    </message>
    <message>
        <source>1 place free</source>
        <translation>1 lugar libre</translation>
    </message>
    <message>
        <source>{free} places free</source>
        <translation>{free} lugares libres</translation>
    </message>
    <message>
        <source>Decided at visit {needed}</source>
        <translation>Se decide en la visita {needed}</translation>
    </message>
    <message>
        <source>{type} at visit {needed}</source>
        <translation>{type} en la visita {needed}</translation>
    </message>
    <message>
        <source>First referral in the field after contacts: {figures}</source>
        <translation>Primer referido en el sector tras contactos: {figures}</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>Cadence in days</source>
        <translation>Cadencia en días</translation>
    </message>
    <message>
        <source>Days between visits</source>
        <translation>Días entre visitas</translation>
    </message>
    <message>
        <source>Decide at visit</source>
        <translation>Decidir en la visita</translation>
    </message>
    <message>
        <source>Make active</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>See on until visit</source>
        <translation>Seguir hasta la visita</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Detener…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Decide: {source}</source>
        <translation>Decidir: {source}</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Cada</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>1 advance</source>
        <translation>1 avance</translation>
    </message>
    <message>
        <source>{count} advances</source>
        <translation>{count} avances</translation>
    </message>
    <message>
        <source>{place} of {of} active sources by potential: {band}, every {days} days.</source>
        <translation>Lugar {place} de {of} fuentes activas por potencial: {band}, cada {days} días.</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Candidatas</translation>
    </message>
    <message>
        <source>Choose a liaison above to see who could fill a cohort.</source>
        <translation>Elija arriba un enlace para ver quién podría llenar una cohorte.</translation>
    </message>
    <message>
        <source>Fill {month}</source>
        <translation>Llenar {month}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} más</translation>
    </message>
    <message>
        <source>Open {source}</source>
        <translation>Abrir {source}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Add {source}</source>
        <translation>Añadir {source}</translation>
    </message>
    <message>
        <source>about {number} referrals a month expected</source>
        <translation>se esperan unos {number} referidos al mes</translation>
    </message>
    <message>
        <source>All {size} places are taken. Make the cohort larger, or fill the next one.</source>
        <translation>Los {size} lugares están ocupados. Agrande la cohorte o llene la siguiente.</translation>
    </message>
    <message>
        <source>Nobody waits for a place. Add a prospect: who is in no cohort yet stands here.</source>
        <translation>Nadie espera un lugar. Añada un prospecto: aquí está quien aún no tiene cohorte.</translation>
    </message>
</context>
<context>
    <name>week</name>
    <message>
        <source>Week of {day}</source>
        <translation>Semana del {day}</translation>
    </message>
    <message>
        <source>The week on one page</source>
        <translation>La semana en una página</translation>
    </message>
    <message>
        <source>The week</source>
        <translation>La semana</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>Semana anterior</translation>
    </message>
    <message>
        <source>Usual week</source>
        <translation>Semana habitual</translation>
    </message>
    <message>
        <source>So far this week</source>
        <translation>Hasta ahora esta semana</translation>
    </message>
    <message>
        <source>What moved</source>
        <translation>Lo que se movió</translation>
    </message>
    <message>
        <source>What stands out, to talk about on Monday</source>
        <translation>Lo que destaca, para hablarlo el lunes</translation>
    </message>
    <message>
        <source>What we do about it</source>
        <translation>Qué hacemos al respecto</translation>
    </message>
    <message>
        <source>Usual week: the mean of the eight weeks before; a share is that of all their cases. A source is quiet by its own gaps between referrals; a share has risen where chance alone would seldom make it so.</source>
        <translation>Semana habitual: la media de las ocho semanas anteriores; una proporción es la de todos sus casos. Una fuente calla según sus propios intervalos entre referidos; una proporción ha subido donde el azar rara vez lo haría.</translation>
    </message>
    <message>
        <source>week before {value}</source>
        <translation>semana anterior {value}</translation>
    </message>
    <message>
        <source>usually {value}</source>
        <translation>habitualmente {value}</translation>
    </message>
    <message>
        <source>so far this week {value}</source>
        <translation>hasta ahora esta semana {value}</translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation>hasta el {day}</translation>
    </message>
    <message>
        <source>so far, to {day}</source>
        <translation>por ahora, hasta el {day}</translation>
    </message>
    <message>
        <source>This week has not begun.</source>
        <translation>Esta semana no ha empezado.</translation>
    </message>
    <message>
        <source>Nothing stands out: all is within what is usual here.</source>
        <translation>Nada destaca: todo está dentro de lo habitual aquí.</translation>
    </message>
    <message>
        <source>1 more of the same kinds stands out.</source>
        <translation>Destaca 1 más del mismo tipo.</translation>
    </message>
    <message>
        <source>{count} more of the same kinds stand out.</source>
        <translation>Destacan {count} más de los mismos tipos.</translation>
    </message>
    <message>
        <source>{part} of {cases}</source>
        <translation>{part} de {cases}</translation>
    </message>
    <message>
        <source>of {cases}</source>
        <translation>de {cases}</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} abiertos</translation>
    </message>
    <message>
        <source>points</source>
        <translation>puntos</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>como antes</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisiones</translation>
    </message>
    <message>
        <source>A commitment to {source} is past its day</source>
        <translation>Un compromiso con {source} pasó de su día</translation>
    </message>
    <message>
        <source>It was due on {day} and is still open.</source>
        <translation>Vencía el {day} y sigue abierto.</translation>
    </message>
    <message>
        <source>A commitment to {source} was broken</source>
        <translation>No se cumplió un compromiso con {source}</translation>
    </message>
    <message>
        <source>It was due on {day}; broken on {other}.</source>
        <translation>Vencía el {day}; incumplido el {other}.</translation>
    </message>
    <message>
        <source>Promised by {name}.</source>
        <translation>Lo prometió {name}.</translation>
    </message>
    <message>
        <source>{source} has gone quiet</source>
        <translation>{source} se ha quedado en silencio</translation>
    </message>
    <message>
        <source>No referral for {days} days, since {day}. Usually one every {usual} days, {longest} at the longest: {share} of its gaps would stay under {limit} days.</source>
        <translation>Sin referidos desde hace {days} días, desde el {day}. Suele enviar uno cada {usual} días, {longest} como máximo: {share} de sus intervalos quedarían por debajo de {limit} días.</translation>
    </message>
    <message>
        <source>More declines with {payer}</source>
        <translation>Más rechazos con {payer}</translation>
    </message>
    <message>
        <source>{part} of {cases} referrals of the last {weeks} weeks were not admitted, {old_part} of {old_cases} in the {old_weeks} weeks before.</source>
        <translation>{part} de {cases} referidos de las últimas {weeks} semanas no fueron admitidos, {old_part} de {old_cases} en las {old_weeks} semanas anteriores.</translation>
    </message>
    <message>
        <source>More not admitted for our own reasons</source>
        <translation>Más no admitidos por motivos nuestros</translation>
    </message>
    <message>
        <source>{part} of {cases} referrals of the last {weeks} weeks, {old_part} of {old_cases} in the {old_weeks} weeks before.</source>
        <translation>{part} de {cases} referidos de las últimas {weeks} semanas, {old_part} de {old_cases} en las {old_weeks} semanas anteriores.</translation>
    </message>
    <message>
        <source>Sources are told late more often</source>
        <translation>Se avisa tarde a las fuentes más a menudo</translation>
    </message>
    <message>
        <source>{part} of {cases} updates that fell due in the last {weeks} weeks were not given in time, {old_part} of {old_cases} in the {old_weeks} weeks before.</source>
        <translation>{part} de {cases} avisos que vencieron en las últimas {weeks} semanas no se dieron a tiempo, {old_part} de {old_cases} en las {old_weeks} semanas anteriores.</translation>
    </message>
    <message>
        <source>{name} has 1 visit a week more than fits</source>
        <translation>{name} tiene 1 visita por semana más de las que caben</translation>
    </message>
    <message>
        <source>{name} has {count} visits a week more than fit</source>
        <translation>{name} tiene {count} visitas por semana más de las que caben</translation>
    </message>
    <message>
        <source>The cadences ask for {asked} visits a week; {fits} fit, on average over the next {weeks} weeks.</source>
        <translation>Las cadencias piden {asked} visitas por semana; caben {fits}, en promedio durante las próximas {weeks} semanas.</translation>
    </message>
    <message>
        <source>{source} has begun to send</source>
        <translation>{source} ha empezado a enviar</translation>
    </message>
    <message>
        <source>Its first referral ever came on {day}.</source>
        <translation>Su primer referido llegó el {day}.</translation>
    </message>
    <message>
        <source>Its first referral ever came on {day}; {count} this week.</source>
        <translation>Su primer referido llegó el {day}; {count} esta semana.</translation>
    </message>
    <message>
        <source>1 new prospective source</source>
        <translation>1 fuente potencial nueva</translation>
    </message>
    <message>
        <source>It became prospective in this week.</source>
        <translation>Pasó a ser potencial en esta semana.</translation>
    </message>
    <message>
        <source>{count} new prospects</source>
        <translation>{count} potenciales nuevas</translation>
    </message>
    <message>
        <source>They became prospective in this week.</source>
        <translation>Pasaron a ser potenciales en esta semana.</translation>
    </message>
    <message>
        <source>Chance alone does that less than once in 1,000.</source>
        <translation>El azar solo hace eso menos de una vez en 1,000.</translation>
    </message>
    <message>
        <source>Chance alone does that once in {count}.</source>
        <translation>El azar solo hace eso una vez en {count}.</translation>
    </message>
    <message>
        <source>commitment</source>
        <translation>compromiso</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>silencio</translation>
    </message>
    <message>
        <source>declines</source>
        <translation>rechazos</translation>
    </message>
    <message>
        <source>our reasons</source>
        <translation>motivos nuestros</translation>
    </message>
    <message>
        <source>loops</source>
        <translation>avisos</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>capacidad</translation>
    </message>
    <message>
        <source>new sender</source>
        <translation>nueva emisora</translation>
    </message>
    <message>
        <source>new prospects</source>
        <translation>potenciales nuevas</translation>
    </message>
    <message>
        <source>Talk about it on Monday: {what}</source>
        <translation>Hablarlo el lunes: {what}</translation>
    </message>
    <message>
        <source>Talk about it on Monday</source>
        <translation>Hablarlo el lunes</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>Abrir la fuente</translation>
    </message>
    <message>
        <source>See the capacity</source>
        <translation>Ver la capacidad</translation>
    </message>
    <message>
        <source>{count} updates</source>
        <translation>{count} avisos</translation>
    </message>
    <message>
        <source>1 referral</source>
        <translation>1 referido</translation>
    </message>
    <message>
        <source>{count} referrals</source>
        <translation>{count} referidos</translation>
    </message>
    <message>
        <source>1 prospect</source>
        <translation>1 potencial</translation>
    </message>
    <message>
        <source>{count} prospects</source>
        <translation>{count} potenciales</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>La semana anterior</translation>
    </message>
    <message>
        <source>The week after</source>
        <translation>La semana siguiente</translation>
    </message>
    <message>
        <source>What stands out</source>
        <translation>Lo que destaca</translation>
    </message>
    <message>
        <source>Tick what is to be talked about on Monday: the ticks are on the printed page.</source>
        <translation>Marque lo que se hablará el lunes: las marcas están en la página impresa.</translation>
    </message>
    <message>
        <source>Enter shows what a figure rests on. A usual week is the mean of the eight before.</source>
        <translation>Intro muestra en qué se basa una cifra. Una semana habitual es la media de las ocho anteriores.</translation>
    </message>
    <message>
        <source>Print the week</source>
        <translation>Imprimir la semana</translation>
    </message>
    <message>
        <source>Save the week as PDF</source>
        <translation>Guardar la semana como PDF</translation>
    </message>
    <message>
        <source>Everything as a workbook…</source>
        <translation>Todo como libro de cálculo…</translation>
    </message>
    <message>
        <source>Everything as a workbook</source>
        <translation>Todo como libro de cálculo</translation>
    </message>
    <message>
        <source>Every table behind Measure, each on its sheet, and what each measure means. No patient identifiers.</source>
        <translation>Todas las tablas que hay detrás de Medición, cada una en su hoja, y qué significa cada medida. Sin datos que identifiquen a pacientes.</translation>
    </message>
    <message>
        <source>One Excel file</source>
        <translation>Un archivo de Excel</translation>
    </message>
    <message>
        <source>CSV files, zipped</source>
        <translation>Archivos CSV, comprimidos</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Tipo de archivo</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Writing the workbook</source>
        <translation>Escribiendo el libro</translation>
    </message>
    <message>
        <source>{count} tables are in {name}.</source>
        <translation>Hay {count} tablas en {name}.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Detenido. No se escribió nada.</translation>
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
        <source>ahead</source>
        <translation>más adelante</translation>
    </message>
    <message>
        <source>late</source>
        <translation>muy atrasada</translation>
    </message>
    <message>
        <source>own</source>
        <translation>propio</translation>
    </message>
    <message>
        <source>tier</source>
        <translation>nivel</translation>
    </message>
    <message>
        <source>type</source>
        <translation>tipo</translation>
    </message>
    <message>
        <source>agency</source>
        <translation>agencia</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>acceptance policy</source>
        <translation>política de aceptación</translation>
    </message>
    <message>
        <source>public information</source>
        <translation>información pública</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>propuesta</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminado</translation>
    </message>
    <message>
        <source>referrals</source>
        <translation>referidos</translation>
    </message>
    <message>
        <source>admissions</source>
        <translation>admisiones</translation>
    </message>
    <message>
        <source>accepted share</source>
        <translation>proporción aceptada</translation>
    </message>
    <message>
        <source>conversion</source>
        <translation>conversión</translation>
    </message>
    <message>
        <source>decided within hours</source>
        <translation>decididos en horas</translation>
    </message>
    <message>
        <source>started within hours</source>
        <translation>iniciados en horas</translation>
    </message>
    <message>
        <source>same-day start</source>
        <translation>inicio el mismo día</translation>
    </message>
    <message>
        <source>timely (CMS)</source>
        <translation>a tiempo (CMS)</translation>
    </message>
    <message>
        <source>hours to decision</source>
        <translation>horas hasta la decisión</translation>
    </message>
    <message>
        <source>hours to SOC</source>
        <translation>horas hasta el inicio de atención</translation>
    </message>
    <message>
        <source>loop on time</source>
        <translation>seguimiento a tiempo</translation>
    </message>
    <message>
        <source>satisfied (9-10)</source>
        <translation>satisfechos (9-10)</translation>
    </message>
    <message>
        <source>returns to hospital</source>
        <translation>reingresos al hospital</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>al menos</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>como máximo</translation>
    </message>
    <message>
        <source>primary care</source>
        <translation>atención primaria</translation>
    </message>
    <message>
        <source>geriatrician</source>
        <translation>geriatra</translation>
    </message>
    <message>
        <source>orthopaedic</source>
        <translation>ortopedia</translation>
    </message>
    <message>
        <source>cardiac</source>
        <translation>cardiología</translation>
    </message>
    <message>
        <source>hospitalist</source>
        <translation>hospitalista</translation>
    </message>
    <message>
        <source>grow</source>
        <translation>crecer</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>mantener</translation>
    </message>
    <message>
        <source>thank</source>
        <translation>agradecer</translation>
    </message>
    <message>
        <source>rethink</source>
        <translation>repensar</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>favorita</translation>
    </message>
    <message>
        <source>quiet practice</source>
        <translation>consultorio callado</translation>
    </message>
    <message>
        <source>Taken out of its series in the calendar</source>
        <translation>Sacado de su serie en el calendario</translation>
    </message>
    <message>
        <source>Cancelled in the calendar</source>
        <translation>Cancelado en el calendario</translation>
    </message>
</context>
<context>
    <name>worth</name>
    <message>
        <source>The worth board</source>
        <translation>El tablero de valor</translation>
    </message>
    <message>
        <source>the sum of its parts: {parts}</source>
        <translation>la suma de sus partes: {parts}</translation>
    </message>
    <message>
        <source>{basis}; holds its parts</source>
        <translation>{basis}; incluye sus partes</translation>
    </message>
    <message>
        <source>our guess</source>
        <translation>estimación nuestra</translation>
    </message>
    <message>
        <source>not known: no source of its type has a potential</source>
        <translation>no se sabe: ninguna fuente de su tipo tiene potencial</translation>
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
        <source>noted without saying from what</source>
        <translation>anotado sin decir de dónde</translation>
    </message>
    <message>
        <source>our guess: the median of its type, {type}</source>
        <translation>estimación nuestra: la mediana de su tipo, {type}</translation>
    </message>
    <message>
        <source>{count} provider</source>
        <translation>{count} profesional</translation>
    </message>
    <message>
        <source>{count} providers</source>
        <translation>{count} profesionales</translation>
    </message>
    <message>
        <source>{count} bed</source>
        <translation>{count} cama</translation>
    </message>
    <message>
        <source>{count} beds</source>
        <translation>{count} camas</translation>
    </message>
    <message>
        <source>{count} resident</source>
        <translation>{count} residente</translation>
    </message>
    <message>
        <source>{count} residents</source>
        <translation>{count} residentes</translation>
    </message>
    <message>
        <source>{count} visit</source>
        <translation>{count} visita</translation>
    </message>
    <message>
        <source>{count} visits</source>
        <translation>{count} visitas</translation>
    </message>
    <message>
        <source>{count} patient</source>
        <translation>{count} paciente</translation>
    </message>
    <message>
        <source>{count} patients</source>
        <translation>{count} pacientes</translation>
    </message>
    <message>
        <source>{visits} in 12 months to {providers}.</source>
        <translation>{visits} en 12 meses a {providers}.</translation>
    </message>
    <message>
        <source>a source</source>
        <translation>una fuente</translation>
    </message>
    <message>
        <source>{visits} in 12 months to {who} that could send about {patients} a month.</source>
        <translation>{visits} en 12 meses a {who} que podría enviar unos {patients} al mes.</translation>
    </message>
    <message>
        <source>{providers}, but only {visits} in 12 months.</source>
        <translation>{providers}, pero solo {visits} en 12 meses.</translation>
    </message>
    <message>
        <source>{providers} could send about {patients} a month; {visits} in 12 months.</source>
        <translation>{providers} podrían enviar unos {patients} al mes; {visits} en 12 meses.</translation>
    </message>
    <message>
        <source>Worth board</source>
        <translation>Tablero de valor</translation>
    </message>
    <message>
        <source>share of potential received in 12 months</source>
        <translation>parte del potencial recibida en 12 meses</translation>
    </message>
    <message>
        <source>potential, patients a month</source>
        <translation>potencial, pacientes al mes</translation>
    </message>
    <message>
        <source>favourite that cannot send much</source>
        <translation>favorita que no puede enviar mucho</translation>
    </message>
    <message>
        <source>quiet practice that could send</source>
        <translation>consultorio callado que podría enviar</translation>
    </message>
    <message>
        <source>neither referral nor advance</source>
        <translation>ni referido ni avance</translation>
    </message>
    <message>
        <source>most to expect</source>
        <translation>de quienes más se espera</translation>
    </message>
    <message>
        <source>others</source>
        <translation>las demás</translation>
    </message>
    <message>
        <source>potential guessed</source>
        <translation>potencial estimado</translation>
    </message>
    <message>
        <source>{name}: {referrals} in 12 months{share} of {patients} a month ({basis}); {visits}, {minutes} minutes</source>
        <translation>{name}: {referrals} en 12 meses{share} de {patients} al mes ({basis}); {visits}, {minutes} minutos</translation>
    </message>
    <message>
        <source>size = visits</source>
        <translation>tamaño = visitas</translation>
    </message>
    <message>
        <source>size = minutes with travel</source>
        <translation>tamaño = minutos con viaje</translation>
    </message>
    <message>
        <source>n = {count} source</source>
        <translation>n = {count} fuente</translation>
    </message>
    <message>
        <source>n = {count} sources</source>
        <translation>n = {count} fuentes</translation>
    </message>
    <message>
        <source>{count} by our guess</source>
        <translation>{count} por estimación nuestra</translation>
    </message>
    <message>
        <source>{count} without potential not shown</source>
        <translation>{count} sin potencial no se muestran</translation>
    </message>
    <message>
        <source>Potential is patients a month that a source could send: told us, counted, from public data, or the median of its type as our guess. High is the upper {top} % of the agency&apos;s sources; a high share is {share} % of it, received in the 12 months to the period&apos;s end. Effort is completed visits, or minutes with travel, of the period, whoever made them.</source>
        <translation>El potencial son los pacientes al mes que una fuente podría enviar: nos lo dijeron, contado, de datos públicos, o la mediana de su tipo como estimación nuestra. Alto es el {top} % superior de las fuentes de la agencia; una parte alta es el {share} % de él, recibido en los 12 meses hasta el fin del período. El esfuerzo son las visitas realizadas, o los minutos con viaje, del período, las haya hecho quien las haya hecho.</translation>
    </message>
    <message>
        <source>A source stands for all its parts, each patient counted once.</source>
        <translation>Una fuente vale por todas sus partes, cada paciente contado una vez.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Called out</source>
        <translation>Señalada</translation>
    </message>
    <message>
        <source>Potential a month</source>
        <translation>Potencial al mes</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Se basa en</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Proveedores</translation>
    </message>
    <message>
        <source>Received, 12 months</source>
        <translation>Recibidos, 12 meses</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Expected a month</source>
        <translation>Esperados al mes</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Felt, 1-5</source>
        <translation>Sentida, 1-5</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Top {count} by expected referrals</source>
        <translation>Las {count} primeras por referidos esperados</translation>
    </message>
    <message>
        <source>Top {count} by potential</source>
        <translation>Las {count} primeras por potencial</translation>
    </message>
    <message>
        <source>Potential</source>
        <translation>Potencial</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperados</translation>
    </message>
    <message>
        <source>Potential and expected: patients a month. Received: referrals, {first} to {last}.</source>
        <translation>Potencial y esperados: pacientes al mes. Recibidos: referidos, {first} a {last}.</translation>
    </message>
    <message>
        <source>{day}, page {number}</source>
        <translation>{day}, página {number}</translation>
    </message>
    <message>
        <source>That source is no longer there.</source>
        <translation>Esa fuente ya no existe.</translation>
    </message>
    <message>
        <source>Frequency: {visits} in {days} days. Fewer would leave time for those to grow.</source>
        <translation>Frecuencia: {visits} en {days} días. Menos dejarían tiempo para las de crecer.</translation>
    </message>
    <message>
        <source>Contact: {visits}, and nobody noted who was met. Find who decides.</source>
        <translation>Contacto: {visits}, y nadie anotó a quién se vio. Averigüe quién decide.</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 persona</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} personas</translation>
    </message>
    <message>
        <source>Contact: {visits} with {people}, a decision maker among them. Try somebody else.</source>
        <translation>Contacto: {visits} con {people}, entre ellas quien decide. Pruebe con otra persona.</translation>
    </message>
    <message>
        <source>Contact: {visits} with {people}, none known as a decision maker. Find who decides.</source>
        <translation>Contacto: {visits} con {people}, de ninguna se sabe que decida. Averigüe quién decide.</translation>
    </message>
    <message>
        <source>Message: referrals were never asked for. Ask once.</source>
        <translation>Mensaje: nunca se pidieron referidos. Pídalos una vez.</translation>
    </message>
    <message>
        <source>Message: asked for referrals in {asked} of {visits}. Bring something else.</source>
        <translation>Mensaje: se pidieron referidos en {asked} de {visits}. Lleve otra cosa.</translation>
    </message>
    <message>
        <source>Stop: nobody knows what they could send. Ask them first.</source>
        <translation>Dejar: nadie sabe qué podrían enviar. Pregúnteles primero.</translation>
    </message>
    <message>
        <source>Stop: they could send about {patients} a month ({basis}).</source>
        <translation>Dejar: podrían enviar unos {patients} al mes ({basis}).</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Open source</source>
        <translation>Abrir fuente</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Referidos</translation>
    </message>
    <message>
        <source>Set potential…</source>
        <translation>Fijar potencial…</translation>
    </message>
    <message>
        <source>Open this source (Enter in the table)</source>
        <translation>Abrir esta fuente (Intro en la tabla)</translation>
    </message>
    <message>
        <source>The referrals of 12 months that its share is made of</source>
        <translation>Los referidos de 12 meses de los que está hecha su parte</translation>
    </message>
    <message>
        <source>Say what this source could send (P in the table)</source>
        <translation>Decir qué podría enviar esta fuente (P en la tabla)</translation>
    </message>
    <message>
        <source>Guessed</source>
        <translation>Estimadas</translation>
    </message>
    <message>
        <source>No potential</source>
        <translation>Sin potencial</translation>
    </message>
    <message>
        <source>much potential, little of it comes. Here a visit can bring most.</source>
        <translation>mucho potencial, poco de él llega. Aquí una visita puede traer más.</translation>
    </message>
    <message>
        <source>much potential, much of it comes. Keep the rhythm.</source>
        <translation>mucho potencial, mucho de él llega. Mantenga el ritmo.</translation>
    </message>
    <message>
        <source>little potential, much of it comes. They give what they have.</source>
        <translation>poco potencial, mucho de él llega. Dan lo que tienen.</translation>
    </message>
    <message>
        <source>little of little comes; first those whose visits brought neither referral nor advance.</source>
        <translation>llega poco de poco; primero aquellas cuyas visitas no trajeron ni referido ni avance.</translation>
    </message>
    <message>
        <source>potential is the median of their type. Ask them, or count their providers.</source>
        <translation>el potencial es la mediana de su tipo. Pregúnteles, o cuente sus profesionales.</translation>
    </message>
    <message>
        <source>no potential, not even a guess: no source of their type has one. Set one with P.</source>
        <translation>sin potencial, ni siquiera estimado: ninguna fuente de su tipo lo tiene. Fije uno con P.</translation>
    </message>
    <message>
        <source>{count} source</source>
        <translation>{count} fuente</translation>
    </message>
    <message>
        <source>{count} sources</source>
        <translation>{count} fuentes</translation>
    </message>
    <message>
        <source>with 1 part</source>
        <translation>con 1 parte</translation>
    </message>
    <message>
        <source>with {count} parts</source>
        <translation>con {count} partes</translation>
    </message>
    <message>
        <source>{amount} / mo</source>
        <translation>{amount} / mes</translation>
    </message>
    <message>
        <source>Rolled up</source>
        <translation>Reunidas</translation>
    </message>
    <message>
        <source>Each source</source>
        <translation>Cada fuente</translation>
    </message>
    <message>
        <source>Sources with their parts as one, or each for itself</source>
        <translation>Fuentes con sus partes como una, o cada una por sí</translation>
    </message>
    <message>
        <source>What the size of a point stands for</source>
        <translation>Qué representa el tamaño de un punto</translation>
    </message>
    <message>
        <source>Top 100…</source>
        <translation>Las 100 primeras…</translation>
    </message>
    <message>
        <source>The sources of which most may be expected, as a list to share</source>
        <translation>Las fuentes de las que más se puede esperar, como lista para compartir</translation>
    </message>
    <message>
        <source>Nobody: no source is visited {many} times or more in 12 months that cannot send much, and none with {providers} providers or more is visited {few} times or less.</source>
        <translation>Nadie: ninguna fuente que no puede enviar mucho se visita {many} veces o más en 12 meses, y ninguna con {providers} profesionales o más se visita {few} veces o menos.</translation>
    </message>
    <message>
        <source>Visits and referrals of 12 months. Settings &gt; Rules says what is much and few.</source>
        <translation>Visitas y referidos de 12 meses. Ajustes &gt; Reglas dice qué es mucho y qué es poco.</translation>
    </message>
    <message>
        <source>{count} source has no potential yet</source>
        <translation>{count} fuente no tiene potencial todavía</translation>
    </message>
    <message>
        <source>{count} sources have no potential yet</source>
        <translation>{count} fuentes no tienen potencial todavía</translation>
    </message>
    <message>
        <source>{count} rest on our guess</source>
        <translation>{count} se basan en nuestra estimación</translation>
    </message>
    <message>
        <source>Top sources</source>
        <translation>Fuentes principales</translation>
    </message>
    <message>
        <source>Expected referrals</source>
        <translation>Referidos esperados</translation>
    </message>
    <message>
        <source>In which order</source>
        <translation>En qué orden</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Guardado como {name}</translation>
    </message>
    <message>
        <source>View {name} saved among Sources</source>
        <translation>Vista {name} guardada entre las Fuentes</translation>
    </message>
    <message>
        <source>Keep as a view</source>
        <translation>Conservar como vista</translation>
    </message>
    <message>
        <source>Tag these sources and keep a view of them among Sources</source>
        <translation>Etiquetar estas fuentes y conservar una vista de ellas entre las Fuentes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Save as {form}</source>
        <translation>Guardar como {form}</translation>
    </message>
    <message>
        <source>What could {name} send?</source>
        <translation>¿Qué podría enviar {name}?</translation>
    </message>
    <message>
        <source>Set potential</source>
        <translation>Fijar potencial</translation>
    </message>
    <message>
        <source>Potential of {name} set</source>
        <translation>Potencial de {name} fijado</translation>
    </message>
    <message>
        <source>No source of its type has a potential yet: there is nothing to guess from.</source>
        <translation>Ninguna fuente de su tipo tiene potencial todavía: no hay de dónde estimar.</translation>
    </message>
    <message>
        <source>Our guess is about {patients} a month, the median of {count} of its type.</source>
        <translation>Estimamos unos {patients} al mes, la mediana de {count} de su tipo.</translation>
    </message>
    <message>
        <source>Comes to {patients} a month, {basis}.</source>
        <translation>Resulta en {patients} al mes, {basis}.</translation>
    </message>
    <message>
        <source>Each {rate} a month</source>
        <translation>Cada uno {rate} al mes</translation>
    </message>
    <message>
        <source>counted providers</source>
        <translation>profesionales contados</translation>
    </message>
    <message>
        <source>beds or residents</source>
        <translation>camas o residentes</translation>
    </message>
    <message>
        <source>Beds</source>
        <translation>Camas</translation>
    </message>
    <message>
        <source>Public data</source>
        <translation>Datos públicos</translation>
    </message>
    <message>
        <source>Residents</source>
        <translation>Residentes</translation>
    </message>
    <message>
        <source>Patients a month they told us</source>
        <translation>Pacientes al mes que nos dijeron</translation>
    </message>
    <message>
        <source>Their providers that refer</source>
        <translation>Sus profesionales que refieren</translation>
    </message>
</context>
</TS>
