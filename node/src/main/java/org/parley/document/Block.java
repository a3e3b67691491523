package org.parley.document;
public record Block(Kind kind, int from, int to, int repeats) { public enum Kind { TITLE, HEADING, PARAGRAPH, LIST_ITEM, TABLE_ROW, CAPTION, QUOTE, BYLINE, FOOTNOTE, REFERENCE, BOILERPLATE } }
