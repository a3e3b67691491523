package org.parley.document;
public record NoteMark(int at, int block) {}
