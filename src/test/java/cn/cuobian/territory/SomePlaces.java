package cn.cuobian.territory;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.test.context.TestComponent;

/** Makes a new city with a township, a community and compounds of three buildings for one test. */
@TestComponent
public class SomePlaces {

	private static final AtomicInteger LAST = new AtomicInteger();

	private final PlaceImport imports;

	public SomePlaces(PlaceImport imports) {
		this.imports = imports;
	}

	/** The codes of one new branch of the tree; buildings are {@code compound + "-1"} to {@code "-3"}. */
	public record Branch(String city, String township, String community, String compound, String otherCompound) {

		public String building() {
			return compound + "-1";
		}
	}

	public Branch branch() {
		var n = LAST.incrementAndGet();
		var branch = new Branch("c" + n, "t" + n, "m" + n, "x" + n, "y" + n);
		imports.apply("""
				code,parent,level,name_zh,name_en,buildings
				test,,prefecture,测试市,Test Prefecture,
				c%1$d,test,city,城%1$d,City %1$d,
				t%1$d,c%1$d,township,街道%1$d,Township %1$d,
				m%1$d,t%1$d,community,社区%1$d,Community %1$d,
				x%1$d,m%1$d,compound,花园%1$d,Garden %1$d,3
				y%1$d,m%1$d,compound,新村%1$d,New Village %1$d,3
				""".formatted(n).getBytes(StandardCharsets.UTF_8));
		return branch;
	}
}
