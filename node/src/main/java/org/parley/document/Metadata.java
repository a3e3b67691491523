package org.parley.document;
import java.util.*;
public record Metadata(Optional<String> title, Optional<String> author, Optional<String> outlet, Optional<String> url, List<DateCandidate> dates, Map<String,String> other) {}
