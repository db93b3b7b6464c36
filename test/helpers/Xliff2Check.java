import java.io.File;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;

/** Validates files with the XLIFF toolkit of Okapi, schemas and rules, and prints how many units each has. */
public class Xliff2Check {
  public static void main(String[] files) throws Exception {
    for (String file : files) {
      int units = 0;
      try (XLIFFReader reader = new XLIFFReader(XLIFFReader.VALIDATION_MAXIMAL)) {
        reader.open(new File(file));
        while (reader.hasNext()) if (reader.next().isUnit()) units++;
      }
      System.out.println(units);
    }
  }
}
