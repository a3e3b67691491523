package org.parley.document;
public record DateCandidate(String edtf, Basis basis, String shown, int rawFrom, int rawTo) { public enum Basis { STATED, DATELINE, URL, SAVED } }
