package org.parley.document;
public final class NormalText { private final String v; private final int[] at; public NormalText(String v, int[] at){this.v=v;this.at=at;} public String value(){return v;} public int rawFrom(int i){return at[i];} public int rawTo(int i){return i==0?0:at[i-1]+1;} }
