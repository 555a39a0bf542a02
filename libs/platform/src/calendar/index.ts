export { calendarFile, type CalendarEvent, type CalendarMethod, type CalendarPerson, CALENDAR_METHODS } from './calendar-file';
